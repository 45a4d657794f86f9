package org.example.prompttools;

import dev.weft.nodes.api.record.Output;
import java.util.List;

/// Prompts, one a line, as `core:text_encode` takes them with `one_per_line`.
///
/// @param text the lines
/// @param count how many there are, which is the size of the batch that they draw
record PromptLines(
        @Output("The prompts, one a line.") String text,

        @Output("How many prompts there are: the size of their batch.")
        long count) {
    static PromptLines of(List<String> lines) {
        return new PromptLines(String.join("\n", lines), lines.size());
    }

    /// The lines of a text, without those that are blank or begin with `#`.
    static List<String> read(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
