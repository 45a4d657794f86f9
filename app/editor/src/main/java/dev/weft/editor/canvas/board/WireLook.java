package dev.weft.editor.canvas.board;

import dev.weft.editor.canvas.model.PlacedWire.Condition;

/// How a wire is emphasised, apart from its colour.
///
/// @param width of its stroke
/// @param opacity of the whole
/// @param dashed whether its stroke is
/// @param faulty whether it has the colour of errors
record WireLook(double width, double opacity, boolean dashed, boolean faulty) {
    /// How strongly people look at a wire.
    enum Emphasis {
        /// It lies far from what matters.
        FAINT,
        /// It is not near the selection.
        FAR,
        /// Nothing special.
        USUAL,
        /// The pointer is on it, it is selected, or it belongs to something selected.
        STRONG,
        /// It would be cut now.
        CUT
    }

    static WireLook of(Condition condition, Emphasis emphasis) {
        if (emphasis == Emphasis.CUT) {
            return new WireLook(3, 1, false, true);
        }
        double width = emphasis == Emphasis.STRONG || condition == Condition.FAULTY ? 3 : 2;
        double opacity = switch (emphasis) {
            case FAINT -> 0.14;
            case FAR -> 0.35;
            case USUAL -> condition == Condition.WAITING || condition == Condition.BLOCKED ? 0.35 : 1;
            case STRONG, CUT -> 1;
        };
        boolean dashed = condition == Condition.BLOCKED || condition == Condition.MISSING;
        return new WireLook(width, opacity, dashed, condition == Condition.FAULTY);
    }
}
