package dev.weft.editor.files;

import java.nio.file.Path;
import java.time.Instant;

/// A document that a crash left behind.
///
/// @param folder of the process that kept it
/// @param workflow the file that holds the workflow
/// @param title what it was called
/// @param file where it was saved, or empty
/// @param when it was kept
record Kept(Path folder, Path workflow, String title, String file, Instant when) {}
