package dev.weft.editor.node.field;

import dev.weft.graph.json.JsonString;
import java.math.BigDecimal;
import javafx.css.PseudoClass;
import javafx.scene.control.IndexRange;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// Typing into a long text. What is typed is set at once, so that the node grows with its lines; Ctrl with up
/// or down
/// weighs the words at the caret.
final class ProseEditing implements Editing {
    private static final PseudoClass NUMBERED = PseudoClass.getPseudoClass("numbered");

    private final FieldPane pane;
    private final Field.Prose field;
    private final TextArea control = new TextArea();
    private final Layer paper = new Layer();
    private final Layer place = new Layer() {
        @Override
        public void resize(double width, double height) {
            super.resize(width, height);
            control.resizeRelocate(0, 0, width, height);
        }
    };

    ProseEditing(FieldPane pane, Field.Prose field) {
        this.pane = pane;
        this.field = field;
        control.setText(field.words());
        control.setManaged(false);
        control.setWrapText(true);
        control.getStyleClass().addAll("field-editor", "field-editor-prose");
        place.setMouseTransparent(false);
        place.getChildren().addAll(paper, control);
        follow(field);
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
    public Region place() {
        return place;
    }

    @Override
    public TextInputControl control() {
        return control;
    }

    @Override
    public void opened() {
        pane.target().seal();
        control.end();
        pane.now(field).ifPresent(row -> paint(row));
    }

    @Override
    public void follow() {
        pane.now(field)
                .ifPresentOrElse(
                        row -> {
                            FieldPane.put(place, row.area());
                            paint(row);
                        },
                        pane::close);
    }

    /// Draws what stands behind the text: numbers of pictures and grounds of weights.
    private void paint(PlacedRow row) {
        if (!(row.row() instanceof Field.Prose prose)) {
            return;
        }
        follow(prose);
        paper.getChildren().clear();
        double width = row.area().getWidth();
        double height = row.area().getHeight();
        paper.resize(width, height);
        new ProsePainter(paper, prose, width, height).paintBehind();
    }

    /// Takes over what was changed elsewhere, and makes room for numbers.
    private void follow(Field.Prose prose) {
        control.pseudoClassStateChanged(NUMBERED, prose.numbered());
        if (!prose.words().equals(control.getText())) {
            int caret = Math.min(control.getCaretPosition(), prose.words().length());
            control.setText(prose.words());
            control.positionCaret(caret);
        }
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
