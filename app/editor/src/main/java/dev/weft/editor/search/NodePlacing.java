package dev.weft.editor.search;

import com.google.inject.Inject;
import dev.weft.editor.check.DocumentCatalog;
import dev.weft.editor.document.Document;
import dev.weft.editor.edit.Nodes;
import dev.weft.editor.edit.Placement;
import dev.weft.editor.edit.Places;
import dev.weft.editor.theme.Measures;
import dev.weft.editor.window.GraphNavigator;
import dev.weft.editor.window.NodeSearchOpener.LooseWire;
import dev.weft.editor.window.NodeSearchOpener.Request;
import dev.weft.graph.Node;
import dev.weft.graph.Position;
import dev.weft.graph.Workflow;
import dev.weft.graph.types.NodeSignature;
import javafx.geometry.Point2D;

/// Puts nodes into documents, where people want them, and selects them.
final class NodePlacing {
    private static final double USUAL_WIDTH = 216;
    private static final double USUAL_HEIGHT = 120;

    private final PlaceableTypes types;
    private final DocumentCatalog catalog;
    private final GraphNavigator navigator;

    @Inject
    NodePlacing(PlaceableTypes types, DocumentCatalog catalog, GraphNavigator navigator) {
        this.types = types;
        this.catalog = catalog;
        this.navigator = navigator;
    }

    /// Adds what was searched for, and connects the wire that waits if the type has a port for it.
    void place(FoundType found, Request request) {
        Document document = request.document();
        Workflow graph = document.graph();
        Placement placement;
        if (request.wire().isPresent() && found.port().isPresent()) {
            LooseWire wire = request.wire().get();
            Position corner = corner(found, wire, request.place());
            placement = wire.output()
                    ? Nodes.addAfter(graph, catalog.of(document), found.type(), corner, wire.port())
                    : Nodes.addBefore(graph, catalog.of(document), found.type(), corner, wire.port());
        } else {
            placement = Nodes.add(graph, found.type(), position(request.place()));
        }
        perform(document, placement, found.type());
    }

    /// Adds a node with its upper left corner at a place.
    void place(NodeSignature type, Document document, Point2D place) {
        perform(document, Nodes.add(document.graph(), type, position(place)), type);
    }

    /// Adds a node in the middle of what is seen, beside those that were added there before.
    void placeInMiddle(NodeSignature type, Document document) {
        Point2D corner = snapped(navigator.middle(document).subtract(USUAL_WIDTH / 2, USUAL_HEIGHT / 2));
        while (isTaken(document.graph(), corner)) {
            corner = corner.add(Measures.DOTS, Measures.DOTS);
        }
        place(type, document, corner);
    }

    private void perform(Document document, Placement placement, NodeSignature type) {
        document.seal();
        placement.in(document);
        types.remember(type);
    }

    /// So that the port lies at the end of the wire.
    private static Position corner(FoundType found, LooseWire wire, Point2D end) {
        String port = found.port().orElseThrow().name();
        int row = Math.max(
                0,
                (wire.output()
                                ? found.type().inputs().stream()
                                        .map(each -> each.variadic()
                                                        && each.number(port).isPresent()
                                                ? port
                                                : each.name())
                                        .toList()
                                : found.type().outputs().stream()
                                        .map(each -> each.name())
                                        .toList())
                        .indexOf(port));
        double y = end.getY() - Measures.FIRST_PORT - row * Measures.PORT_ROW;
        return position(new Point2D(wire.output() ? end.getX() : end.getX() - USUAL_WIDTH, y));
    }

    private static Position position(Point2D place) {
        Point2D snapped = snapped(place);
        return Places.position(snapped.getX(), snapped.getY());
    }

    private static Point2D snapped(Point2D place) {
        return new Point2D(
                Math.round(place.getX() / Measures.SNAP) * Measures.SNAP,
                Math.round(place.getY() / Measures.SNAP) * Measures.SNAP);
    }

    private static boolean isTaken(Workflow graph, Point2D corner) {
        return graph.nodes().stream()
                .map(Node::position)
                .flatMap(each -> each.stream())
                .anyMatch(position -> Places.of(position).equals(corner));
    }
}
