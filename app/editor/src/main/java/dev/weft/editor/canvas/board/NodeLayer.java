package dev.weft.editor.canvas.board;

import com.fxgraph.graph.Graph;
import dev.weft.editor.canvas.model.Identity;
import dev.weft.editor.canvas.model.PlacedNode;
import dev.weft.editor.canvas.model.Rectangles;
import dev.weft.editor.canvas.model.Sight;
import dev.weft.editor.document.Item;
import dev.weft.editor.node.NodeModel;
import dev.weft.editor.node.NodeView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;

/// The cells of nodes. Those out of view are hidden, and views are made a few a frame, those in the middle
/// first.
final class NodeLayer {
    private static final double MARGIN = 48;
    private static final int MOST_SPARE = 200;
    private static final int MOST_VIEWS = 400;

    private final Graph graph;
    private final Palette palette;
    private final Function<NodeModel, NodeView> views;
    private final Layer layer = new Layer();
    private final Map<String, NodeCell> cells = new HashMap<>();
    private final Deque<NodeCell> spare = new ArrayDeque<>();
    private final Set<NodeCell> attached = new HashSet<>();
    private Set<String> selected = Set.of();
    private int made;

    NodeLayer(Graph graph, Palette palette, Function<NodeModel, NodeView> views) {
        this.graph = graph;
        this.palette = palette;
        this.views = views;
    }

    Layer layer() {
        return layer;
    }

    Optional<NodeCell> cell(String id) {
        return Optional.ofNullable(cells.get(id));
    }

    /// Follows the drawing. Whether cells came or went is returned; what is seen must then be found anew.
    boolean show(Map<String, PlacedNode> before, Map<String, PlacedNode> after) {
        boolean changed = false;
        for (String id : before.keySet()) {
            if (!after.containsKey(id)) {
                retire(Objects.requireNonNull(cells.remove(id)));
                changed = true;
            }
        }
        int number = 0;
        for (PlacedNode node : after.values()) {
            NodeCell cell = cells.get(node.id());
            if (cell == null) {
                cell = create(node);
                cells.put(node.id(), cell);
                changed = true;
            } else if (!Identity.same(cell.node(), node)) {
                cell.show(node);
            }
            cell.stack(number++);
        }
        if (changed) {
            graph.getModel().getAllCells().setAll(cells.values());
        }
        return changed;
    }

    private NodeCell create(PlacedNode node) {
        NodeCell cell = spare.isEmpty() ? new NodeCell(node, palette) : spare.pop();
        cell.show(node);
        cell.select(selected.contains(node.id()));
        return cell;
    }

    private void retire(NodeCell cell) {
        if (cell.take() != null) {
            made--;
        }
        cell.see(false, 1);
        cell.select(false);
        cell.dim(false);
        if (attached.remove(cell)) {
            layer.getChildren().remove(cell.getGraphic(graph));
        }
        if (spare.size() < MOST_SPARE) {
            spare.push(cell);
        }
    }

    void see(Sight sight) {
        Rectangle2D seen = Rectangles.grown(sight.seen(), MARGIN);
        List<Node> fresh = new ArrayList<>();
        for (NodeCell cell : cells.values()) {
            PlacedNode node = cell.node();
            boolean visible = seen.intersects(
                    node.x(), node.y(), node.geometry().width(), node.geometry().height());
            if (visible && attached.add(cell)) {
                fresh.add(graph.getGraphic(cell));
            }
            if (visible || cell.isSeen()) {
                cell.see(visible, sight.zoom());
            }
        }
        layer.getChildren().addAll(fresh);
    }

    /// Makes views that are wanted.
    ///
    /// @param most how many
    /// @return how many were made
    int makeViews(Point2D middle, int most) {
        List<NodeCell> wanting = new ArrayList<>();
        for (NodeCell cell : cells.values()) {
            if (cell.wantsView()) {
                wanting.add(cell);
            }
        }
        if (wanting.size() > most) {
            wanting.sort(Comparator.comparingDouble(
                    cell -> Rectangles.middle(cell.node().bounds()).distance(middle)));
        }
        int count = Math.min(most, wanting.size());
        for (NodeCell cell : wanting.subList(0, count)) {
            cell.give(views.apply(cell.node().model()));
        }
        made += count;
        if (made > MOST_VIEWS) {
            dropHidden();
        }
        return count;
    }

    private void dropHidden() {
        for (NodeCell cell : cells.values()) {
            if (!cell.isSeen() && cell.take() != null) {
                made--;
            }
        }
    }

    void select(Set<Item> items) {
        Set<String> now = new HashSet<>();
        for (Item item : items) {
            if (item instanceof Item.OfNode node) {
                now.add(node.id());
            }
        }
        selected.stream().filter(id -> !now.contains(id)).forEach(id -> cell(id).ifPresent(cell -> cell.select(false)));
        now.forEach(id -> cell(id).ifPresent(cell -> cell.select(true)));
        selected = now;
    }

    void dim(Predicate<String> dimmed) {
        cells.forEach((id, cell) -> cell.dim(dimmed.test(id)));
    }

    void repaint() {
        cells.values().forEach(NodeCell::repaint);
    }

    /// Lets go of everything.
    void clear() {
        cells.values().forEach(NodeCell::take);
        cells.clear();
        layer.getChildren().clear();
    }
}
