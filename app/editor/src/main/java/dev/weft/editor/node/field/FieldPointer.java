package dev.weft.editor.node.field;

import dev.weft.graph.types.Parameter;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Pointing at fields: what is under the pointer is marked and explained, a press begins a drag or a click.
final class FieldPointer {
    private static final double SLACK = 3;

    private final FieldPane pane;
    private @Nullable Press press;
    private @Nullable Row explained;
    private boolean explains;

    /// A press that is not released yet.
    private static final class Press {
        private final PlacedRow row;
        private final double x;
        private final MouseButton button;
        private boolean dragged;
        private @Nullable NumberDrag drag;

        private Press(PlacedRow row, double x, MouseButton button) {
            this.row = row;
            this.x = x;
            this.button = button;
        }
    }

    FieldPointer(FieldPane pane) {
        this.pane = pane;
        pane.addEventHandler(MouseEvent.MOUSE_MOVED, this::move);
        pane.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> {
            pane.hover(Optional.empty());
            pane.setCursor(Cursor.DEFAULT);
        });
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        pane.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        pane.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (takes(event)) {
                event.consume();
            }
        });
    }

    private boolean takes(MouseEvent event) {
        return event.getTarget() == pane
                && event.getButton() != MouseButton.MIDDLE
                && pane.rowAt(event.getX(), event.getY())
                        .filter(row -> !(row.row() instanceof Field.Wired))
                        .isPresent();
    }

    private void move(MouseEvent event) {
        Optional<PlacedRow> row = pane.rowAt(event.getX(), event.getY());
        pane.hover(row);
        pane.setCursor(row.map(placed -> cursor(placed.row())).orElse(Cursor.DEFAULT));
        Row now = row.map(PlacedRow::row).orElse(null);
        if (!Objects.equals(now, explained)) {
            explained = now;
            explain(now);
        }
    }

    private static Cursor cursor(Row row) {
        return switch (row) {
            case Field.Figure _, Field.Seed _, Field.Span _ -> Cursor.H_RESIZE;
            case Field.Line _, Field.Prose _ -> Cursor.TEXT;
            case Field.Wired _ -> Cursor.DEFAULT;
            default -> Cursor.HAND;
        };
    }

    private void explain(@Nullable Row row) {
        Tooltip tooltip = pane.services().tooltip();
        if (row instanceof Field field && !field.parameter().description().isEmpty()) {
            tooltip.setText(field.label() + "\n" + field.parameter().description());
            if (!explains) {
                explains = true;
                Tooltip.install(pane, tooltip);
            }
        } else if (explains) {
            explains = false;
            Tooltip.uninstall(pane, tooltip);
        }
    }

    private void press(MouseEvent event) {
        if (!takes(event)) {
            return;
        }
        pane.rowAt(event.getX(), event.getY())
                .ifPresent(row -> press = new Press(row, event.getX(), event.getButton()));
        pane.services().tooltip().hide();
        if (!pane.isAlone()) {
            pane.target().select();
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        Press going = press;
        if (going == null) {
            return;
        }
        event.consume();
        double pixels = event.getX() - going.x;
        if (going.button != MouseButton.PRIMARY || (!going.dragged && Math.abs(pixels) < SLACK)) {
            return;
        }
        if (!going.dragged) {
            going.dragged = true;
            pane.target().seal();
            going.drag = begin(going);
        }
        NumberDrag drag = going.drag;
        if (drag != null) {
            double value = drag.value(pixels, event.isShiftDown());
            pane.target().set(drag.parameter(), Typed.number(drag.parameter(), value));
        }
    }

    private @Nullable NumberDrag begin(Press going) {
        double width = going.row.area().getWidth();
        return switch (going.row.row()) {
            case Field.Figure figure ->
                new NumberDrag(
                        figure.parameter(),
                        pane.target().setting(figure.parameter()).approximate(),
                        width);
            case Field.Span span -> {
                double at = (going.x - going.row.area().getMinX()) / width;
                Parameter end = Math.abs(at - span.from()) < Math.abs(at - span.to()) ? span.parameter() : span.end();
                yield new NumberDrag(end, pane.target().setting(end).approximate(), width);
            }
            default -> null;
        };
    }

    private void release(MouseEvent event) {
        Press going = press;
        if (going == null) {
            return;
        }
        press = null;
        event.consume();
        if (going.dragged) {
            pane.target().seal();
        } else if (going.button == MouseButton.SECONDARY) {
            FieldMenu.show(pane, going.row, event.getScreenX(), event.getScreenY());
        } else {
            double x = event.getX() - going.row.area().getMinX();
            FieldActions.act(pane, going.row, x > going.row.area().getWidth() - FieldFace.ICON_SIDE);
        }
    }
}
