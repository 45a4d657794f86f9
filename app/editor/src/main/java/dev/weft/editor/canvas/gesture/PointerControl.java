package dev.weft.editor.canvas.gesture;

import dev.weft.editor.canvas.board.Board;
import dev.weft.editor.canvas.model.Hit;
import dev.weft.editor.canvas.model.HitTest;
import dev.weft.editor.edit.Places;
import dev.weft.editor.edit.Wires;
import dev.weft.editor.theme.Measures;
import dev.weft.editor.window.NodeSearchOpener.Request;
import dev.weft.graph.Node;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Turns presses, drags and releases of the pointer into gestures. What fields of nodes do with the pointer
/// never
/// arrives here.
public final class PointerControl {
    private static final double CLICK = 4;

    private final Workplace workplace;
    private final Board board;
    private final BiConsumer<Hit, Point2D> menu;
    private @Nullable Gesture gesture;
    private @Nullable Pointer pressed;
    private Optional<Point2D> last = Optional.empty();
    private boolean dragging;
    private boolean space;

    /// @param menu opens the menu for something, at a point of the screen
    public PointerControl(Workplace workplace, BiConsumer<Hit, Point2D> menu) {
        this.workplace = workplace;
        this.board = workplace.board();
        this.menu = menu;
        board.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        board.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        board.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        board.addEventHandler(MouseEvent.MOUSE_MOVED, this::move);
        board.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> board.hover(Optional.empty()));
        board.addEventFilter(KeyEvent.ANY, this::key);
    }

    /// Where the pointer last was on the canvas.
    public Optional<Point2D> place() {
        return last.map(point -> board.sight().toCanvas(point.getX(), point.getY()));
    }

    /// Gives up the gesture that is going on.
    ///
    /// @return whether there was one
    public boolean cancel() {
        Gesture current = gesture;
        if (current == null) {
            return false;
        }
        gesture = null;
        if (dragging) {
            current.cancel();
        }
        return true;
    }

    private void press(MouseEvent event) {
        if (gesture != null) {
            return;
        }
        board.requestFocus();
        Pointer pointer = Pointer.of(event, board.sight());
        pressed = pointer;
        dragging = false;
        gesture = choose(pointer, hit(pointer));
        event.consume();
    }

    private Gesture choose(Pointer pointer, Hit hit) {
        if (pointer.button() != MouseButton.PRIMARY || space) {
            return new PanGesture(board, pointer);
        }
        if (pointer.shortcut() && pointer.alt()) {
            return new CutGesture(workplace, pointer);
        }
        return switch (hit) {
            case Hit.OfPort port -> new ConnectGesture(workplace, port);
            case Hit.OfCorner corner -> new ResizeGesture(workplace, pointer, corner.owner());
            case Hit.OfWire _, Hit.Nothing _ -> new MarqueeGesture(workplace, pointer);
            case Hit.OfNode _, Hit.OfReroute _, Hit.OfGroup _, Hit.OfNote _ ->
                new MoveGesture(workplace, pointer, hit.item().orElseThrow());
        };
    }

    private void drag(MouseEvent event) {
        Gesture current = gesture;
        Pointer start = pressed;
        if (current == null || start == null) {
            return;
        }
        Pointer pointer = Pointer.of(event, board.sight()).with(start.button());
        last = Optional.of(pointer.view());
        if (dragging || pointer.view().distance(start.view()) >= CLICK) {
            dragging = true;
            current.drag(pointer);
        }
        event.consume();
    }

    private void release(MouseEvent event) {
        Gesture current = gesture;
        Pointer start = pressed;
        if (current == null || start == null || event.getButton() != start.button()) {
            return;
        }
        gesture = null;
        Pointer pointer = Pointer.of(event, board.sight());
        if (dragging) {
            current.drop(pointer);
        } else {
            click(current, start, new Point2D(event.getScreenX(), event.getScreenY()));
        }
        event.consume();
    }

    private void click(Gesture current, Pointer pointer, Point2D screen) {
        Hit hit = hit(pointer);
        switch (pointer.button()) {
            case SECONDARY -> {
                selectForMenu(hit);
                menu.accept(hit, screen);
            }
            case MIDDLE -> addReroute(hit, pointer);
            default -> {
                current.click(pointer);
                if (hit instanceof Hit.OfWire wire) {
                    selectWire(wire, pointer);
                }
                if (pointer.clicks() == 2) {
                    open(hit, pointer);
                }
            }
        }
    }

    private void selectForMenu(Hit hit) {
        hit.item()
                .filter(item -> !workplace.document().selection().contains(item))
                .ifPresent(workplace.document().selection()::select);
    }

    private void selectWire(Hit.OfWire wire, Pointer pointer) {
        if (pointer.adds()) {
            workplace.document().selection().toggle(wire.wire().item());
        } else {
            workplace.document().selection().select(wire.wire().item());
        }
    }

    private void addReroute(Hit hit, Pointer pointer) {
        if (hit instanceof Hit.OfWire wire) {
            workplace
                    .document()
                    .perform(Wires.addReroute(
                            wire.wire().link().from(),
                            wire.wire().link().to(),
                            wire.span(),
                            Places.position(pointer.place())));
        }
    }

    /// What a double click does.
    private void open(Hit hit, Pointer pointer) {
        switch (hit) {
            case Hit.Nothing _ ->
                workplace
                        .search()
                        .open(Request.at(workplace.document(), board.localToScene(pointer.view()), pointer.place()));
            case Hit.OfWire _ -> addReroute(hit, pointer);
            case Hit.OfNode node -> open(node, pointer);
            case Hit.OfGroup group ->
                workplace.editor().renameGroup(group.group().index());
            case Hit.OfNote note -> workplace.editor().writeNote(note.note().index());
            case Hit.OfPort _, Hit.OfCorner _, Hit.OfReroute _ -> {}
        }
    }

    private void open(Hit.OfNode hit, Pointer pointer) {
        Node node = hit.node().node();
        boolean head = pointer.place().getY() - hit.node().y() <= Measures.NODE_HEAD;
        if (workplace.document().graph().subgraph(node.type()).isPresent() && !head) {
            workplace.document().enter(node);
        } else if (head) {
            workplace.editor().renameNode(node.id());
        }
    }

    private void move(MouseEvent event) {
        Pointer pointer = Pointer.of(event, board.sight());
        last = Optional.of(pointer.view());
        Hit hit = hit(pointer);
        board.hover(hit instanceof Hit.OfWire wire ? Optional.of(wire.wire().item()) : Optional.empty());
        board.setCursor(
                switch (hit) {
                    case Hit.OfPort _ -> Cursor.CROSSHAIR;
                    case Hit.OfCorner _ -> Cursor.SE_RESIZE;
                    case Hit.OfReroute _ -> Cursor.MOVE;
                    case Hit.OfWire _ -> Cursor.HAND;
                    default -> space ? Cursor.OPEN_HAND : Cursor.DEFAULT;
                });
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE && event.getTarget() == board) {
            space = event.getEventType() != KeyEvent.KEY_RELEASED;
            board.setCursor(space ? Cursor.OPEN_HAND : Cursor.DEFAULT);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && event.getEventType() == KeyEvent.KEY_PRESSED && cancel()) {
            event.consume();
        }
    }

    private Hit hit(Pointer pointer) {
        return HitTest.at(board.drawing(), pointer.place(), board.sight().zoom());
    }
}
