package dev.weft.editor.canvas.gesture;

import dev.weft.editor.canvas.board.Board;
import dev.weft.editor.canvas.model.PlacedNode;
import dev.weft.editor.canvas.model.Rectangles;
import dev.weft.editor.document.Item;
import dev.weft.editor.edit.Movement;
import dev.weft.editor.theme.Measures;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;

/// The keys of the canvas that belong to no action: arrows move the selection, with Alt they go to the next
/// node.
public final class KeyControl {
    private final Workplace workplace;
    private final Board board;

    /// Listens to the keys of a board.
    public KeyControl(Workplace workplace) {
        this.workplace = workplace;
        this.board = workplace.board();
        board.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private void press(KeyEvent event) {
        if (event.isShortcutDown() || event.getTarget() != board) {
            return;
        }
        Optional<Point2D> way = way(event);
        if (way.isEmpty()) {
            return;
        }
        event.consume();
        if (event.isAltDown()) {
            next(way.get()).ifPresent(node -> {
                workplace.document().selection().select(new Item.OfNode(node.id()));
                reveal(node);
            });
        } else {
            move(way.get().multiply(event.isShiftDown() ? 1 : Measures.SNAP));
        }
    }

    private static Optional<Point2D> way(KeyEvent event) {
        return switch (event.getCode()) {
            case LEFT -> Optional.of(new Point2D(-1, 0));
            case RIGHT -> Optional.of(new Point2D(1, 0));
            case UP -> Optional.of(new Point2D(0, -1));
            case DOWN -> Optional.of(new Point2D(0, 1));
            default -> Optional.empty();
        };
    }

    private void move(Point2D way) {
        if (!workplace.document().selection().items().isEmpty()) {
            workplace
                    .document()
                    .perform(Movement.by(
                            workplace.document().graph(),
                            workplace.document().selection().items(),
                            workplace.sizes(),
                            way.getX(),
                            way.getY()));
        }
    }

    /// The nearest node in a direction; without a selection, the one nearest to the middle of the view.
    private Optional<PlacedNode> next(Point2D way) {
        List<String> selected = workplace.document().selection().nodes();
        Optional<PlacedNode> here =
                selected.isEmpty() ? Optional.empty() : board.drawing().node(selected.getLast());
        Point2D from = here.map(node -> Rectangles.middle(node.bounds()))
                .orElseGet(() -> board.sight().middle());
        return board.drawing().nodes().values().stream()
                .filter(node -> here.isEmpty() || !node.id().equals(here.get().id()))
                .filter(node -> here.isEmpty()
                        || way.dotProduct(Rectangles.middle(node.bounds()).subtract(from)) > 0)
                .min(Comparator.comparingDouble(node ->
                        cost(Rectangles.middle(node.bounds()).subtract(from), here.isEmpty() ? Point2D.ZERO : way)));
    }

    /// What lies aside counts more than what lies ahead.
    private static double cost(Point2D distance, Point2D way) {
        double ahead = distance.dotProduct(way);
        return distance.magnitude() + 2 * distance.subtract(way.multiply(ahead)).magnitude();
    }

    private void reveal(PlacedNode node) {
        if (!board.sight().seen().contains(node.bounds())) {
            board.look(board.sight().centred(Rectangles.middle(node.bounds())));
        }
    }
}
