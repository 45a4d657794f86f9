package dev.weft.editor.node.field;

import dev.weft.graph.types.Parameter;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Keys in fields: Tab and the arrows go through them, Enter acts, left and right change numbers, typing
/// replaces what
/// stands there, Escape gives the keyboard back.
final class FieldKeys {
    private static final Set<KeyCode> SIGNS = EnumSet.of(
            KeyCode.PERIOD,
            KeyCode.COMMA,
            KeyCode.MINUS,
            KeyCode.PLUS,
            KeyCode.SLASH,
            KeyCode.DECIMAL,
            KeyCode.SUBTRACT);

    private final FieldPane pane;
    private @Nullable Row current;

    FieldKeys(FieldPane pane) {
        this.pane = pane;
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        pane.addEventHandler(KeyEvent.KEY_TYPED, this::type);
        pane.focusedProperty().subscribe(focused -> {
            if (!focused) {
                pane.focus(Optional.empty());
            } else if (pane.isAlone() && !pane.rows().isEmpty()) {
                at(pane.rows().getFirst().row());
            }
        });
    }

    /// Begins at the first row.
    boolean enter() {
        if (pane.rows().isEmpty()) {
            return false;
        }
        pane.requestFocus();
        at(pane.rows().getFirst().row());
        return true;
    }

    /// Goes on from a row by so many.
    void go(Row from, int step) {
        pane.requestFocus();
        int index = index(from);
        int wanted = index + step;
        if (pane.isAlone() && wanted != index) {
            pane.requestFocusTraversal(step > 0 ? TraversalDirection.NEXT : TraversalDirection.PREVIOUS);
            return;
        }
        if (wanted < 0 || wanted >= pane.rows().size()) {
            pane.giveBack();
            return;
        }
        at(pane.rows().get(wanted).row());
    }

    /// Keeps the mark at its row after the rows have changed.
    void follow() {
        Row row = current;
        if (row != null && pane.isFocused()) {
            pane.focus(pane.now(row));
        }
    }

    private void at(Row row) {
        current = row;
        pane.focus(pane.now(row));
    }

    private int index(Row row) {
        return pane.now(row).map(pane.rows()::indexOf).orElse(0);
    }

    private void press(KeyEvent event) {
        Row row = current;
        if (row == null || event.getTarget() != pane || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        Optional<PlacedRow> placed = pane.now(row);
        KeyCode code = event.getCode();
        boolean taken = true;
        switch (code) {
            case TAB -> go(row, event.isShiftDown() ? -1 : 1);
            case DOWN -> go(row, 1);
            case UP -> go(row, -1);
            case ENTER, SPACE -> placed.ifPresent(there -> FieldActions.act(pane, there, event.isShiftDown()));
            case LEFT, RIGHT -> taken = nudge(row, code == KeyCode.RIGHT ? 1 : -1);
            case ESCAPE -> pane.giveBack();
            // What can be typed into a field is no key for anything else.
            default -> taken = takesWords(row) && (code.isLetterKey() || code.isDigitKey() || SIGNS.contains(code));
        }
        if (taken) {
            event.consume();
        }
    }

    private static boolean takesWords(Row row) {
        return row instanceof Field.Figure || row instanceof Field.Seed || row instanceof Field.Line;
    }

    private boolean nudge(Row row, int direction) {
        if (!(row instanceof Field.Figure figure)) {
            return false;
        }
        Parameter parameter = figure.parameter();
        double value = pane.target().setting(parameter).approximate();
        pane.target()
                .set(
                        parameter,
                        Typed.number(
                                parameter,
                                value + direction * Scale.of(parameter).step()));
        return true;
    }

    private void type(KeyEvent event) {
        String typed = event.getCharacter();
        if (event.getTarget() != pane || typed.isBlank() || typed.charAt(0) < ' ' || event.isShortcutDown()) {
            return;
        }
        Row row = current;
        if (row != null && takesWords(row)) {
            pane.now(row).ifPresent(placed -> {
                LineEditing editing = new LineEditing(pane, (Field) placed.row(), typed);
                pane.edit(placed, () -> editing);
                editing.control().end();
            });
            event.consume();
        }
    }
}
