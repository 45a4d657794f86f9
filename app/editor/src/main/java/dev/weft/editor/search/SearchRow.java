package dev.weft.editor.search;

/// A row of the list of what was found.
sealed interface SearchRow {
    /// Words above those that follow.
    record Heading(String title) implements SearchRow {}

    /// Something that can be chosen.
    record Found(FoundType found) implements SearchRow {}

    /// A sentence in place of what was not found.
    record Nothing(String sentence) implements SearchRow {}
}
