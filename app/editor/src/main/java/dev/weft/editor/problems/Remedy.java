package dev.weft.editor.problems;

/// What mends a problem.
///
/// @param title what people read on its button
/// @param mend does it, in the JavaFX thread
record Remedy(String title, Runnable mend) {}
