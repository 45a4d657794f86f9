package dev.weft.editor.window;

import dev.weft.editor.document.Document;
import dev.weft.graph.PortAddress;
import dev.weft.graph.types.PortKind;
import java.util.Optional;
import javafx.geometry.Point2D;

/// Lets people search for a node type, and adds a node of the one that they choose.
@FunctionalInterface
public interface NodeSearchOpener {
    /// Opens nothing: for editors without a search.
    NodeSearchOpener NONE = request -> request.closed().run();

    /// Opens the search. It adds the node by itself, connects it if a wire waits, and selects it.
    void open(Request request);

    /// What is searched for.
    ///
    /// @param document gets the node
    /// @param window where the search opens, in pixels of the scene
    /// @param place where the node goes: its upper left corner on the canvas; of a node that a wire waits for,
    /// the
    /// end of the wire
    /// @param wire the wire that waits for a node, if one does
    /// @param closed called once, when the search was closed with or without a choice
    record Request(Document document, Point2D window, Point2D place, Optional<LooseWire> wire, Runnable closed) {
        /// A search for a node that is connected to nothing.
        public static Request at(Document document, Point2D window, Point2D place) {
            return new Request(document, window, place, Optional.empty(), () -> {});
        }
    }

    /// A wire of which one end was dropped where nothing is.
    ///
    /// @param port the end that is connected
    /// @param output whether that is an output, so that the new node takes what flows
    /// @param kind what flows
    record LooseWire(PortAddress port, boolean output, PortKind kind) {}
}
