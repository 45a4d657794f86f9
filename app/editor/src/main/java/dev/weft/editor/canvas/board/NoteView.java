package dev.weft.editor.canvas.board;

import dev.weft.editor.edit.Places;
import dev.weft.graph.Note;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextFlow;

/// A note: Markdown on the canvas.
final class NoteView extends Region {
    private static final double SIDE = 12;
    private static final double TOP = 8;

    private final TextFlow words = new TextFlow();
    private final Rectangle clip = new Rectangle();
    private String shown = "";

    NoteView() {
        setManaged(false);
        setMouseTransparent(true);
        getStyleClass().add("canvas-note");
        words.setClip(clip);
        words.setLineSpacing(3);
        getChildren().add(words);
    }

    void show(Note note) {
        if (!shown.equals(note.text())) {
            shown = note.text();
            words.getChildren().setAll(Markdown.texts(shown));
        }
        setStyle(Tints.style(note.color()));
        Rectangle2D bounds = Places.of(note.bounds());
        resizeRelocate(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
        requestLayout();
    }

    void select(boolean selected) {
        pseudoClassStateChanged(PseudoClass.getPseudoClass("selected"), selected);
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, getWidth() - 2 * SIDE);
        double height = Math.max(0, getHeight() - 2 * TOP);
        words.resizeRelocate(SIDE, TOP, width, Math.max(height, words.prefHeight(width)));
        clip.setWidth(width);
        clip.setHeight(height);
    }
}
