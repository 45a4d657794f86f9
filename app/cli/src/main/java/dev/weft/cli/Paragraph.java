package dev.weft.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// A text that is broken between words where a terminal ends.
///
/// @param text words, divided by single blanks
record Paragraph(String text) {
    /// @param columns how wide lines may be; nothing if the text is to stay on one line. A longer word stays whole.
    List<String> lines(OptionalInt columns) {
        if (columns.isEmpty()) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > columns.getAsInt()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
