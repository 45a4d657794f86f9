package dev.weft.editor.node.field;

import dev.weft.graph.json.JsonValue;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// Typing into a field of one line: a number, a seed or a short text. The value is set when the field is left.
final class LineEditing implements Editing {
    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");

    private final FieldPane pane;
    private final Field field;
    private final TextField control = new TextField();
    private boolean over;

    LineEditing(FieldPane pane, Field field, String words) {
        this.pane = pane;
        this.field = field;
        control.setText(words);
        control.setManaged(false);
        control.getStyleClass().add("field-editor");
        if (!(field instanceof Field.Line || field instanceof Field.Colour)) {
            control.getStyleClass().add("field-editor-figure");
        }
        control.setAccessibleText(field.label());
        control.textProperty()
                .subscribe(typed ->
                        control.pseudoClassStateChanged(FAULTY, value(typed).isEmpty()));
        control.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        control.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                finish();
                pane.close();
            }
        });
    }

    @Override
    public Region place() {
        return control;
    }

    @Override
    public TextInputControl control() {
        return control;
    }

    @Override
    public void opened() {
        control.selectAll();
    }

    @Override
    public void follow() {
        pane.now(field).ifPresentOrElse(row -> FieldPane.put(control, row.area()), pane::close);
    }

    private Optional<JsonValue> value(String typed) {
        return Typed.value(field.parameter(), typed);
    }

    private void press(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ENTER) {
            finish();
            pane.leave(field, 0);
            event.consume();
        } else if (code == KeyCode.ESCAPE) {
            over = true;
            pane.leave(field, 0);
            event.consume();
        } else if (code == KeyCode.TAB) {
            finish();
            pane.leave(field, event.isShiftDown() ? -1 : 1);
            event.consume();
        }
    }

    private void finish() {
        if (!over) {
            over = true;
            value(control.getText()).ifPresent(value -> pane.target().setOnce(field.parameter(), value));
        }
    }
}
