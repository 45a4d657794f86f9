package dev.weft.editor.settings;

/// A row of the settings that can be searched for.
interface Findable {
    /// Whether what was typed is found in its words.
    boolean about(String typed);
}
