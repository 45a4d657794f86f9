package dev.weft.editor.tour;

/// One step of the tour.
///
/// @param id names its words
/// @param selector finds the part of the window that it is about
/// @param side where the card stands
record Step(String id, String selector, Side side) {
    /// Where the card stands, seen from the part that it is about.
    enum Side {
        /// To its right, at its lower end.
        RIGHT,
        /// Within it, at its lower end.
        INSIDE,
        /// Below it.
        BELOW
    }
}
