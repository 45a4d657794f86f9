package dev.weft.editor.edit;

import dev.weft.editor.document.Edit;
import dev.weft.editor.document.Item;
import dev.weft.editor.text.Texts;
import dev.weft.graph.Note;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// Edits of the texts on the canvas.
public final class Notes {
    private static final Texts TEXTS = Texts.of(Notes.class);
    private static final double WIDTH = 240;
    private static final double HEIGHT = 96;
    private static final double SMALLEST_WIDTH = 96;
    private static final double SMALLEST_HEIGHT = 40;

    private record TextKey(int note) {}

    private record SizeKey(int note) {}

    private Notes() {}

    /// Adds a note.
    ///
    /// @param corner its upper left corner
    /// @param text Markdown; may be empty, to be written next
    public static Placement add(Workflow graph, Point2D corner, String text) {
        Rectangle2D bounds = new Rectangle2D(corner.getX(), corner.getY(), WIDTH, HEIGHT);
        Note note = new Note(text, Places.bounds(bounds), "", JsonObject.EMPTY);
        return new Placement(
                Edit.of(TEXTS.get("add_note"), now -> {
                    List<Note> notes = new ArrayList<>(now.notes());
                    notes.add(note);
                    return now.withNotes(notes);
                }),
                List.of(new Item.OfNote(graph.notes().size())));
    }

    /// Writes another text on a note. Edits of one note's text that follow one another are undone together,
    /// until the
    /// document is sealed.
    ///
    /// @param note which of the graph's notes, from 0
    public static Edit write(int note, String text) {
        return Edit.merging(
                TEXTS.get("write_note"), new TextKey(note), changing(List.of(note), found -> found.withText(text)));
    }

    /// Colours notes.
    ///
    /// @param color a colour name or `#rrggbb`, or empty for the usual one
    public static Edit color(Collection<Integer> notes, String color) {
        return Edit.of(TEXTS.get("color_note", notes.size()), changing(notes, found -> found.withColor(color)));
    }

    /// Makes a note larger or smaller, and moves its upper left corner where that was dragged.
    public static Edit resize(int note, Rectangle2D bounds) {
        Rectangle2D large = new Rectangle2D(
                bounds.getMinX(),
                bounds.getMinY(),
                Math.max(SMALLEST_WIDTH, bounds.getWidth()),
                Math.max(SMALLEST_HEIGHT, bounds.getHeight()));
        return Edit.merging(
                TEXTS.get("resize_note"),
                new SizeKey(note),
                changing(List.of(note), found -> found.withBounds(Places.bounds(large))));
    }

    private static UnaryOperator<Workflow> changing(Collection<Integer> chosen, UnaryOperator<Note> change) {
        List<Integer> indices = List.copyOf(chosen);
        return graph -> {
            List<Note> notes = new ArrayList<>(graph.notes());
            for (int index : indices) {
                if (index < notes.size()) {
                    notes.set(index, change.apply(notes.get(index)));
                }
            }
            return graph.withNotes(notes);
        };
    }
}
