package dev.weft.editor.node;

import dev.weft.graph.types.PortKind;
import javafx.geometry.Point2D;

/// A port as it is drawn.
///
/// @param output whether it is an output
/// @param name the port's or parameter's name
/// @param kind what flows through it
/// @param connected whether a wire ends or begins there
/// @param label what people read beside it; empty for those that have a field or lie on a collapsed node
/// @param shape what is known of its value before running, as written beside it
/// @param centre its middle
record PortSpot(
        boolean output, String name, PortKind kind, boolean connected, String label, String shape, Point2D centre) {}
