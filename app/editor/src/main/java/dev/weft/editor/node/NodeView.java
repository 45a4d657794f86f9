package dev.weft.editor.node;

import dev.weft.editor.document.Document;
import dev.weft.editor.node.field.FieldPane;
import dev.weft.editor.node.field.Layer;
import dev.weft.editor.node.field.Neighbourhood;
import dev.weft.graph.Workflow;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What is drawn of one node. It has the size that [NodeGeometry] says, and is moved by whoever places it.
///
/// What it consists of is painted, and made only for the detail in which it is shown.
public final class NodeView extends Region {
    private static final PseudoClass HOVER = PseudoClass.getPseudoClass("hover");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double FADED = 0.35;
    private static final double MUTED = 0.45;

    private final NodeServices services;
    private final Document document;
    private final Region body = Layer.box(0, 0, 0, 0, "node-body");
    private final Pieces pieces = new Pieces();
    private final Pieces ports = new Pieces();
    private NodeModel model;
    private NodeLayout layout;
    private NodeGeometry geometry;
    private Detail detail;
    private double zoom = 1;
    private @Nullable Offer offer;
    private @Nullable FieldPane fields;

    /// What other nodes say may change while this one stays.
    private final ChangeListener<Workflow> around = (_, _, _) -> show(this.model);

    /// What a wire that is being dragged could be connected to.
    private record Offer(Set<String> inputs, Set<String> outputs) {
        boolean has(PortSpot port) {
            return (port.output() ? outputs : inputs).contains(port.name());
        }

        boolean nothing() {
            return inputs.isEmpty() && outputs.isEmpty();
        }
    }

    NodeView(NodeServices services, Document document, NodeModel model, Detail detail) {
        this.services = services;
        this.document = document;
        this.model = inPlace(model);
        this.detail = detail;
        layout = NodeLayout.of(this.model);
        geometry = NodeGeometry.of(layout);
        setManaged(false);
        getStyleClass().add("node");
        setAccessibleRole(AccessibleRole.NODE);
        getChildren().addAll(body, pieces, ports);
        hoverProperty().subscribe(over -> body.pseudoClassStateChanged(HOVER, over));
        document.graphProperty().addListener(new WeakChangeListener<>(around));
        draw();
    }

    /// The model with what the nodes around it say.
    private NodeModel inPlace(NodeModel given) {
        return Neighbourhood.matters(given.node())
                ? given.withSurroundings(Neighbourhood.in(document.graph()).of(given.node()))
                : given;
    }

    /// The model that is shown.
    public NodeModel model() {
        return model;
    }

    /// Where everything on it lies.
    public NodeGeometry geometry() {
        return geometry;
    }

    /// Shows another model of the same node. Costs nothing if it is equal.
    public void show(NodeModel changed) {
        NodeModel placed = inPlace(changed);
        if (placed.equals(model)) {
            return;
        }
        model = placed;
        layout = NodeLayout.of(placed);
        geometry = NodeGeometry.of(layout);
        draw();
    }

    /// Draws more or less of it, as for a zoom of 1.
    public void detail(Detail changed) {
        detail(changed, 1);
    }

    /// Draws more or less of it.
    ///
    /// @param changed how much
    /// @param at the zoom, to which titles seen from afar are fitted
    public void detail(Detail changed, double at) {
        zoom = at;
        if (changed != detail) {
            detail = changed;
            draw();
        } else if (detail == Detail.SHELL) {
            pieces.find(ShellView.class).ifPresent(shell -> shell.zoom(at));
        }
    }

    /// Draws the ring of a selected node, or not.
    public void select(boolean selected) {
        body.pseudoClassStateChanged(SELECTED, selected);
    }

    /// The port within whose reach a place is, in this node's coordinates.
    public Optional<PortAt> portAt(double x, double y) {
        return geometry.portAt(x, y);
    }

    /// Which of the pictures in its model lies at a place, in this node's coordinates.
    public OptionalInt pictureAt(double x, double y) {
        return detail == Detail.SHELL || layout.pictures().isEmpty()
                ? OptionalInt.empty()
                : layout.pictures().get().at(x, y);
    }

    /// Lights the ports that a wire which is being dragged could be connected to, and dims the rest.
    ///
    /// @param inputs names of the inputs and parameters that fit
    /// @param outputs names of the outputs that fit
    public void offer(Set<String> inputs, Set<String> outputs) {
        offer = new Offer(Set.copyOf(inputs), Set.copyOf(outputs));
        draw();
    }

    /// Draws all ports as usual again.
    public void endOffer() {
        if (offer != null) {
            offer = null;
            draw();
        }
    }

    /// Steps into its fields with the keyboard.
    ///
    /// @return whether it has any
    public boolean enterFields() {
        return fields != null && fields.isVisible() && fields.enter();
    }

    /// Whether someone types in one of its fields, so that it has to stay.
    public boolean isEditing() {
        return fields != null && fields.isEditing();
    }

    /// Ends what moves in it, before it is dropped.
    public void dispose() {
        pieces.find(HeadView.class).ifPresent(HeadView::stop);
    }

    private void draw() {
        resize(layout.width(), layout.height());
        body.resize(layout.width(), layout.height());
        NodeState state = NodeState.of(model);
        for (NodeState each : NodeState.values()) {
            body.pseudoClassStateChanged(each.pseudoClass(), each == state);
        }
        boolean apart = offer != null && offer.nothing();
        setOpacity(apart ? FADED : state == NodeState.MUTED ? MUTED : 1);
        setAccessibleText(Spoken.of(model));
        pieces.begin();
        ports.begin();
        Piece.Head head = Piece.Head.of(model, layout.width());
        if (detail == Detail.SHELL) {
            pieces.piece(new Piece.Shell(head, layout.height()), this::paint);
        } else {
            pieces.piece(head, this::paint);
            drawNear(state);
        }
        pieces.end();
        ports.end();
        drawFields();
        pieces.find(ShellView.class).ifPresent(shell -> shell.zoom(zoom));
    }

    private void drawNear(NodeState state) {
        String time = NodeState.time(model);
        if (!time.isEmpty()) {
            pieces.piece(new Piece.Time(time, state == NodeState.RUNNING, layout.width()), this::paint);
        }
        layout.pictures().ifPresent(block -> pieces.piece(new Piece.OfPictures(block), this::paint));
        if (detail == Detail.FULL) {
            drawFull();
        } else {
            pieces.piece(new Piece.Bars(layout.rows()), this::paint);
        }
        for (PortSpot port : layout.seen()) {
            dim(port, ports.piece(Piece.Glyph.of(port), this::paint));
            if (offer != null && offer.has(port)) {
                Point2D centre = port.centre();
                ports.piece(new Piece.Ring(port.kind(), centre.getX(), centre.getY()), this::paint);
            }
        }
    }

    private void drawFull() {
        pieces.piece(new Piece.Lines(layout.lines(), layout.width()), this::paint);
        layout.message().ifPresent(block -> pieces.piece(new Piece.OfMessage(block), this::paint));
        for (PortSpot port : layout.ports()) {
            if (!port.label().isEmpty()) {
                dim(port, pieces.piece(new Piece.Label(port, layout.width()), this::paint));
            }
        }
    }

    private void drawFields() {
        boolean shown = detail == Detail.FULL && !layout.rows().isEmpty();
        FieldPane pane = fields;
        if (pane == null && shown) {
            pane = services.fields().open(document, model.node().id());
            fields = pane;
            getChildren().add(getChildren().indexOf(ports), pane);
        }
        if (pane != null) {
            pane.setVisible(shown);
            pane.setDisable(model.signature().isEmpty());
            if (shown) {
                pane.show(layout.rows(), layout.width(), layout.height());
            }
        }
    }

    private Node paint(Piece piece) {
        return piece.paint(services);
    }

    private void dim(PortSpot port, Node piece) {
        piece.setOpacity(offer == null || offer.nothing() || offer.has(port) ? 1 : FADED);
    }
}
