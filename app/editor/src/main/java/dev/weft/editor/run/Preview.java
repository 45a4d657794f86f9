package dev.weft.editor.run;

import java.nio.file.Path;

/// A picture that a node shows of its work.
public sealed interface Preview {
    /// A picture that lies in a file.
    record OfFile(Path file) implements Preview {}

    /// A picture that is not finished.
    record OfPixels(Pixels pixels) implements Preview {}
}
