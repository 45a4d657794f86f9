package dev.weft.editor.window;

import dev.weft.editor.document.Document;
import java.util.Optional;
import javafx.geometry.Point2D;

/// Finds places and nodes on the canvas, for parts of the window outside it. The canvas implements it.
public interface GraphNavigator {
    /// Does nothing: for editors without a canvas.
    GraphNavigator NONE = new GraphNavigator() {
        @Override
        public void reveal(Document document, String node) {}

        @Override
        public Point2D middle(Document document) {
            return Point2D.ZERO;
        }

        @Override
        public Optional<Point2D> at(Document document, double windowX, double windowY) {
            return Optional.empty();
        }
    };

    /// Shows the document's graph, or the inside of a subgraph that holds the node, and selects the node in the
    /// middle
    /// of the view.
    ///
    /// @param node its id in the whole workflow: a node inside a subgraph has the ids of those that stand for
    /// it
    /// before its own, divided by `/`
    void reveal(Document document, String node);

    /// The place in the middle of what is seen of the document's graph.
    Point2D middle(Document document);

    /// The place on the canvas under a point of the window; nothing if there is no canvas, or something lies
    /// above it.
    ///
    /// @param windowX in pixels of the scene
    /// @param windowY in pixels of the scene
    Optional<Point2D> at(Document document, double windowX, double windowY);
}
