package dev.weft.editor.canvas.board;

import com.fxgraph.graph.Graph;
import dev.weft.editor.canvas.model.Identity;
import dev.weft.editor.canvas.model.PlacedWire;
import dev.weft.editor.canvas.model.Rectangles;
import dev.weft.editor.canvas.model.Sight;
import dev.weft.editor.document.Item;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;

/// The edges of wires. Those out of view are hidden.
final class WireLayer {
    private static final double MARGIN = 8;
    private static final int MOST_SPARE = 400;

    private final Graph graph;
    private final Palette palette;
    private final Layer layer = new Layer();
    private final Map<Item.OfLink, WireEdge> edges = new HashMap<>();
    private final Deque<WireEdge> spare = new ArrayDeque<>();
    private final Set<WireEdge> attached = new HashSet<>();
    private Function<PlacedWire, WireLook.Emphasis> emphasis = _ -> WireLook.Emphasis.USUAL;

    WireLayer(Graph graph, Palette palette) {
        this.graph = graph;
        this.palette = palette;
    }

    Layer layer() {
        return layer;
    }

    /// Follows the drawing, after the nodes did.
    boolean show(Map<Item.OfLink, PlacedWire> before, Map<Item.OfLink, PlacedWire> after, NodeLayer nodes) {
        boolean changed = false;
        for (Item.OfLink key : before.keySet()) {
            if (!after.containsKey(key)) {
                retire(Objects.requireNonNull(edges.remove(key)));
                changed = true;
            }
        }
        for (Map.Entry<Item.OfLink, PlacedWire> entry : after.entrySet()) {
            PlacedWire wire = entry.getValue();
            WireEdge edge = edges.get(entry.getKey());
            if (edge != null && Identity.same(edge.wire(), wire)) {
                continue;
            }
            NodeCell from = nodes.cell(wire.link().from().node()).orElseThrow();
            NodeCell to = nodes.cell(wire.link().to().node()).orElseThrow();
            if (edge == null) {
                edge = spare.isEmpty() ? new WireEdge(wire, from, to, palette) : spare.pop();
                edges.put(entry.getKey(), edge);
                changed = true;
            }
            edge.show(wire, from, to);
            edge.emphasise(emphasis.apply(wire));
        }
        if (changed) {
            graph.getModel().getAllEdges().setAll(edges.values());
        }
        return changed;
    }

    private void retire(WireEdge edge) {
        edge.see(false, 1);
        if (attached.remove(edge)) {
            layer.getChildren().remove(edge.getGraphic(graph));
        }
        if (spare.size() < MOST_SPARE) {
            spare.push(edge);
        }
    }

    void see(Sight sight) {
        Rectangle2D seen = Rectangles.grown(sight.seen(), MARGIN);
        List<Node> fresh = new ArrayList<>();
        for (WireEdge edge : edges.values()) {
            Rectangle2D bounds = edge.wire().bounds();
            // A level wire has no height, and an empty rectangle meets nothing.
            boolean visible = bounds.getMaxX() >= seen.getMinX()
                    && bounds.getMinX() <= seen.getMaxX()
                    && bounds.getMaxY() >= seen.getMinY()
                    && bounds.getMinY() <= seen.getMaxY();
            if (visible && attached.add(edge)) {
                fresh.add(graph.getGraphic(edge));
            }
            if (visible || edge.isSeen()) {
                edge.see(visible, sight.zoom());
            }
        }
        layer.getChildren().addAll(fresh);
    }

    /// Emphasises each wire as the function says, those that come later too.
    void emphasise(Function<PlacedWire, WireLook.Emphasis> changed) {
        emphasis = changed;
        edges.values().forEach(edge -> edge.emphasise(changed.apply(edge.wire())));
    }

    void repaint() {
        edges.values().forEach(WireEdge::repaint);
    }

    void clear() {
        edges.clear();
        layer.getChildren().clear();
    }
}
