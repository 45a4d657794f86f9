package dev.weft.editor.node.field;

import dev.weft.graph.json.JsonString;
import java.math.BigDecimal;
import javafx.scene.control.IndexRange;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Typing into a long text. What is typed is set at once, so that the node grows with its lines; Ctrl with up or down
/// weighs the words at the caret.
final class ProseEditing implements Editing {
    private final FieldPane pane;
    private final Field.Prose field;
    private final TextArea control = new TextArea();

    ProseEditing(FieldPane pane, Field.Prose field) {
        this.pane = pane;
        this.field = field;
        control.setText(field.words());
        control.setManaged(false);
        control.setWrapText(true);
        control.getStyleClass().addAll("field-editor", "field-editor-prose");
        control.setAccessibleText(field.label());
        control.textProperty().subscribe((_, typed) -> pane.target().set(field.parameter(), new JsonString(typed)));
        control.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        control.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                pane.close();
            }
        });
    }

    @Override
    public TextInputControl control() {
        return control;
    }

    @Override
    public void opened() {
        pane.target().seal();
        control.end();
    }

    @Override
    public void follow() {
        pane.now(field).ifPresentOrElse(
                row -> {
                    FieldPane.put(control, row.area());
                    if (row.row() instanceof Field.Prose prose && !prose.words().equals(control.getText())) {
                        int caret = Math.min(control.getCaretPosition(), prose.words().length());
                        control.setText(prose.words());
                        control.positionCaret(caret);
                    }
                },
                pane::close);
    }

    private void press(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE) {
            pane.leave(field, 0);
            event.consume();
        } else if (code == KeyCode.TAB) {
            pane.leave(field, event.isShiftDown() ? -1 : 1);
            event.consume();
        } else if (event.isShortcutDown() && (code == KeyCode.UP || code == KeyCode.DOWN)) {
            weigh(code == KeyCode.UP ? PromptWeight.STEP : PromptWeight.STEP.negate());
            event.consume();
        }
    }

    private void weigh(BigDecimal change) {
        IndexRange selected = control.getSelection();
        PromptWeight weighed =
                new PromptWeight(control.getText(), selected.getStart(), selected.getEnd()).weighed(change);
        control.setText(weighed.text());
        control.selectRange(weighed.from(), weighed.to());
    }
}
