package dev.weft.editor.node.field;

import dev.weft.graph.types.Parameter;

/// A number that is dragged: how far the pointer went decides how far the number goes.
///
/// @param parameter which number
/// @param start its value when the drag began
/// @param width of its field
record NumberDrag(Parameter parameter, double start, double width) {
    private static final double PIXELS_A_STEP = 4;
    private static final double FINE = 10;

    /// The value after a drag.
    ///
    /// @param pixels how far the pointer went to the right
    /// @param fine whether the number goes a tenth of the way
    double value(double pixels, boolean fine) {
        Scale scale = Scale.of(parameter);
        double way = fine ? pixels / FINE : pixels;
        double moved = scale.filled()
                ? way / width * (scale.high() - scale.low())
                : Math.rint(way / PIXELS_A_STEP) * scale.step();
        double step = fine ? scale.step() / (parameter instanceof Parameter.Decimal ? FINE : 1) : scale.step();
        return scale.rounded(start + moved, step).doubleValue();
    }
}
