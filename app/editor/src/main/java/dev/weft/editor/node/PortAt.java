package dev.weft.editor.node;

import javafx.geometry.Point2D;

/// A port of a node that lies at a place.
///
/// @param output whether it is an output
/// @param name the port's or parameter's name
/// @param centre where wires end, from the node's upper left corner
public record PortAt(boolean output, String name, Point2D centre) {}
