package dev.weft.editor.canvas.board;

import com.fxgraph.graph.Graph;
import com.fxgraph.graph.PannableCanvas;
import dev.weft.editor.canvas.model.Drawing;
import dev.weft.editor.canvas.model.Identity;
import dev.weft.editor.canvas.model.PlacedWire;
import dev.weft.editor.canvas.model.Sight;
import dev.weft.editor.document.Item;
import dev.weft.editor.node.NodeModel;
import dev.weft.editor.node.NodeView;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// The canvas on which one document's graph is drawn. It draws what it is given and knows neither documents nor
/// gestures.
///
/// Of FXGraph the registry of cells and edges with their graphics and the canvas are used. Its update cycle is
/// not:
/// it clears the canvas and forgets nothing. Neither are its gestures, which let any button drag and let the
/// zoom
/// drift. The canvas has no size, so that its scale has its origin as pivot.
public final class Board extends Region {
    private final Palette palette = new Palette();
    private final Graph graph = new Graph();
    private final DotGrid dots = new DotGrid(palette);
    private final SceneryLayer scenery = new SceneryLayer();
    private final NodeLayer nodes;
    private final WireLayer wires;
    private final Marks marks = new Marks(palette);
    private final Rectangle clip = new Rectangle();
    private final ReadOnlyObjectWrapper<Sight> sight = new ReadOnlyObjectWrapper<>(new Sight(0, 0, 1, 0, 0));
    private final ReadOnlyObjectWrapper<Drawing> drawing = new ReadOnlyObjectWrapper<>(Drawing.EMPTY);
    private final Workbench workbench;
    private Set<Item> selected = Set.of();
    private Optional<Item.OfLink> hovered = Optional.empty();
    private boolean dimFar;
    private Runnable recoloured = () -> {};

    /// @param views makes the view of a node
    public Board(Function<NodeModel, NodeView> views) {
        graph.getUseNodeGestures().set(false);
        graph.getUseViewportGestures().set(false);
        nodes = new NodeLayer(graph, palette, views);
        wires = new WireLayer(graph, palette);
        workbench = new Workbench(most -> nodes.makeViews(sight().middle(), most));
        getStyleClass().add("canvas");
        setFocusTraversable(true);
        PannableCanvas canvas = graph.getCanvas();
        canvas.setManaged(false);
        canvas.setPickOnBounds(false);
        canvas.getChildren().setAll(scenery.layer(), wires.layer(), nodes.layer(), marks.layer());
        getChildren().setAll(palette, dots, canvas);
        setClip(clip);
        palette.onChange(this::repaint);
        sceneProperty().subscribe(workbench::follow);
    }

    /// What is seen.
    public ReadOnlyObjectProperty<Sight> sightProperty() {
        return sight.getReadOnlyProperty();
    }

    /// What is seen.
    public Sight sight() {
        return sight.get();
    }

    /// Looks elsewhere, at once.
    public void look(Sight changed) {
        Sight sized = changed.sized(getWidth(), getHeight());
        PannableCanvas canvas = graph.getCanvas();
        canvas.setScale(sized.zoom());
        canvas.setTranslateX(Math.rint(-sized.left() * sized.zoom()));
        canvas.setTranslateY(Math.rint(-sized.top() * sized.zoom()));
        dots.show(sized);
        see(sized);
        // Last, because whoever listens may look elsewhere again.
        sight.set(sized);
    }

    /// What is drawn.
    public ReadOnlyObjectProperty<Drawing> drawingProperty() {
        return drawing.getReadOnlyProperty();
    }

    /// What is drawn.
    public Drawing drawing() {
        return drawing.get();
    }

    /// Draws something else.
    public void show(Drawing changed) {
        Drawing before = drawing();
        if (Identity.same(before, changed)) {
            return;
        }
        scenery.show(changed.groups(), changed.notes());
        nodes.show(before.nodes(), changed.nodes());
        wires.show(before.wires(), changed.wires(), nodes);
        see(sight());
        drawing.set(changed);
    }

    /// Marks what is selected.
    public void select(Set<Item> items) {
        selected = items;
        nodes.select(items);
        scenery.select(items);
        emphasise();
    }

    /// Marks the wire under the pointer.
    public void hover(Optional<Item.OfLink> wire) {
        if (!hovered.equals(wire)) {
            hovered = wire;
            emphasise();
        }
    }

    /// Dims wires that do not belong to the selection, or no longer.
    public void dimFar(boolean dims) {
        dimFar = dims;
        emphasise();
    }

    /// Dims all wires, and the nodes that are not excepted.
    public void dimAllBut(Predicate<String> bright) {
        nodes.dim(id -> !bright.test(id));
        wires.emphasise(_ -> WireLook.Emphasis.FAINT);
    }

    /// Shows in red what would be cut.
    public void markCut(Set<Item.OfLink> crossed) {
        wires.emphasise(wire -> crossed.contains(wire.item()) ? WireLook.Emphasis.CUT : usual(wire));
    }

    /// Takes back [#dimAllBut(Predicate)] and [#markCut(Set)].
    public void undim() {
        nodes.dim(_ -> false);
        emphasise();
    }

    /// What gestures draw.
    public Marks marks() {
        return marks;
    }

    /// The colours of now.
    public Palette palette() {
        return palette;
    }

    /// Calls this whenever the colours changed.
    public void onRecolour(Runnable listener) {
        recoloured = listener;
    }

    /// The view of a node, if it is made.
    public Optional<NodeView> view(String id) {
        return nodes.cell(id).flatMap(cell -> Optional.ofNullable(cell.view()));
    }

    /// Whether views are still to be made.
    public boolean isComplete() {
        return !workbench.isBusy();
    }

    /// Lays something above the graph. Whoever does places it.
    public void lay(Node node) {
        getChildren().add(node);
    }

    /// Lets go of everything that was drawn.
    public void close() {
        workbench.close();
        nodes.clear();
        wires.clear();
        graph.getModel().clear();
        getChildren().clear();
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        if (sight().width() != getWidth() || sight().height() != getHeight()) {
            look(sight());
        }
    }

    private void see(Sight seen) {
        nodes.see(seen);
        wires.see(seen);
        workbench.begin();
    }

    private void emphasise() {
        wires.emphasise(this::usual);
    }

    private WireLook.Emphasis usual(PlacedWire wire) {
        Item.OfLink item = wire.item();
        boolean strong = hovered.equals(Optional.of(item))
                || selected.contains(item)
                || selected.contains(new Item.OfNode(item.from().node()))
                || selected.contains(new Item.OfNode(item.to().node()));
        return strong
                ? WireLook.Emphasis.STRONG
                : dimFar && !selected.isEmpty() ? WireLook.Emphasis.FAR : WireLook.Emphasis.USUAL;
    }

    private void repaint() {
        recoloured.run();
        dots.show(sight());
        nodes.repaint();
        wires.repaint();
    }
}
