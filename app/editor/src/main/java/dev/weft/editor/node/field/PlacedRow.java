package dev.weft.editor.node.field;

import javafx.geometry.Rectangle2D;

/// A row and where it lies.
///
/// @param row what is shown
/// @param area where, from the upper left corner of what holds it
public record PlacedRow(Row row, Rectangle2D area) {}
