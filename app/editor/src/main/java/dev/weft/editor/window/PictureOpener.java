package dev.weft.editor.window;

import java.nio.file.Path;
import java.util.List;

/// Shows pictures large, over the window.
@FunctionalInterface
public interface PictureOpener {
    /// Shows nothing.
    PictureOpener NONE = (_, _) -> {};

    /// Shows one of several pictures that belong together, such as the rows of a batch.
    ///
    /// @param files the pictures; at least one
    /// @param index which of them comes first
    void open(List<Path> files, int index);
}
