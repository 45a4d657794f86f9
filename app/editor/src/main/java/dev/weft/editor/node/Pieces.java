package dev.weft.editor.node;

import dev.weft.editor.node.field.Layer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;

/// What a node consists of, each piece kept for as long as what it shows stays equal. Drawing again thus makes
/// only
/// what
/// is new.
final class Pieces extends Layer {
    private Map<Piece, Node> kept = new HashMap<>();
    private Map<Piece, Node> drawn = new HashMap<>();
    private final List<Node> order = new ArrayList<>();

    Pieces() {
        setMouseTransparent(false);
        setPickOnBounds(false);
    }

    /// Begins to draw.
    void begin() {
        drawn = new HashMap<>();
        order.clear();
    }

    /// Draws a piece above those before it.
    ///
    /// @param shown all that its looks depend on
    /// @param painter makes it if it isn't there yet
    Node piece(Piece shown, Function<Piece, Node> painter) {
        Node node = kept.get(shown);
        if (node == null) {
            node = painter.apply(shown);
        }
        drawn.put(shown, node);
        order.add(node);
        return node;
    }

    /// Ends drawing: what was not drawn again goes.
    void end() {
        for (Map.Entry<Piece, Node> piece : kept.entrySet()) {
            if (!drawn.containsKey(piece.getKey()) && piece.getValue() instanceof HeadView head) {
                head.stop();
            }
        }
        kept = drawn;
        if (!getChildren().equals(order)) {
            getChildren().setAll(order);
        }
    }

    /// The first piece of a class.
    <T extends Node> Optional<T> find(Class<T> type) {
        return getChildren().stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
