package dev.weft.editor.node.field;

import java.util.Optional;
import javafx.scene.image.Image;

/// One of the things among which people choose.
///
/// @param value what is set
/// @param title what people read
/// @param detail a few words on it, or empty
/// @param picture what it looks like, if it is a picture
record Option(String value, String title, String detail, Optional<Image> picture) {
    Option(String value, String title, String detail) {
        this(value, title, detail, Optional.empty());
    }

    /// A word that people read as it is.
    static Option of(String word) {
        return new Option(word, word, "");
    }

    /// Whether it takes two lines.
    boolean tall() {
        return picture.isPresent() || !detail.isEmpty();
    }
}
