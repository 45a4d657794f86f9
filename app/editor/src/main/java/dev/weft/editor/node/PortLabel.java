package dev.weft.editor.node;

import dev.weft.editor.node.field.Layer;
import dev.weft.editor.theme.Typeset;

/// The name of a port, and what is known of its value before running.
final class PortLabel extends Layer {
    private static final double INSET = 14;
    private static final double GAP = 5;

    PortLabel(PortSpot port, double width) {
        double y = port.centre().getY();
        double label = Typeset.SMALL.width(port.label());
        double x = port.output() ? width - INSET - label : INSET;
        getChildren().add(words(port.label(), x, y, "colour-2"));
        if (!port.shape().isEmpty()) {
            double beside = port.output() ? x - GAP - Typeset.SHAPE.width(port.shape()) : x + label + GAP;
            getChildren().add(words(port.shape(), beside, y, "node-shape", "colour-3"));
        }
    }
}
