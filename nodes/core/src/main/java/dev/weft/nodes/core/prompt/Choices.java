package dev.weft.nodes.core.prompt;

import java.util.ArrayList;
import java.util.List;

/// Finds the choices between braces; what a backslash precedes is no brace and no bar.
final class Choices {
    private Choices() {}

    /// Where the brace that stands at `start` is closed, or -1.
    static int end(String text, int start) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '{' -> depth++;
                case '}' -> {
                    depth--;
                    if (depth == 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }

    /// What stands between the outermost bars, at least one text, which may be empty.
    ///
    /// @param start where the choices' brace is opened
    /// @param end where it is closed
    static List<String> of(String text, int start, int end) {
        List<String> choices = new ArrayList<>();
        int depth = 0;
        int from = start + 1;
        for (int i = from; i < end; i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '{' -> depth++;
                case '}' -> depth--;
                case '|' -> {
                    if (depth == 0) {
                        choices.add(text.substring(from, i));
                        from = i + 1;
                    }
                }
                default -> {}
            }
        }
        choices.add(text.substring(from, end));
        return choices;
    }
}
