package dev.weft.editor.start;

import java.nio.file.Path;
import java.util.List;

/// A workflow to start from.
///
/// @param id names it, and its words
/// @param file holds the workflow
/// @param pictures what it drew
record Template(String id, Path file, List<Picture> pictures) {
    /// One picture, or a cell of a picture in which several stand in a grid.
    ///
    /// @param file a PNG
    /// @param column of the cell
    /// @param row of the cell
    /// @param wide whether the picture is as wide as four
    record Picture(Path file, int column, int row, boolean wide) {}
}
