package dev.weft.editor.gallery;

import java.nio.file.Path;
import java.time.Instant;

/// A picture file and what it says of its own making.
///
/// @param file where it lies
/// @param written when it was last written
/// @param bytes its size
/// @param width in pixels
/// @param height in pixels
/// @param workflow the text of the workflow that made it, or empty
/// @param seed the seed that it was made with, or empty
record MadePicture(Path file, Instant written, long bytes, int width, int height, String workflow, String seed) {
    /// The folder and the name without number and ending: what the files of one run have in common.
    String stem() {
        return file.toString().replaceFirst("(_\\d+)?\\.[A-Za-z]+$", "");
    }
}
