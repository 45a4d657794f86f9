package dev.weft.editor.node;

import dev.weft.editor.theme.Measures;
import dev.weft.editor.theme.Typeset;
import javafx.geometry.Rectangle2D;

/// A message on a node: what is wrong, and what to do.
///
/// @param area from border to border
/// @param missing whether it says that the node's plugin is missing; otherwise, that a run failed
/// @param headline what is wrong
/// @param remedy what to do, or empty
/// @param copied what is copied by those who want to pass it on
record MessageBlock(Rectangle2D area, boolean missing, String headline, String remedy, String copied) {
    /// Distance to the border at the left and right.
    static final double SIDE = 10;

    private static final double BUTTON = 24;

    /// A message below y on a node of this width.
    static MessageBlock of(boolean missing, String message, double y, double width) {
        int end = missing ? -1 : sentenceEnd(message);
        String headline = end < 0 ? message : message.substring(0, end);
        String remedy = end < 0 ? "" : message.substring(end).strip();
        double column = width - 2 - 2 * (missing ? Measures.NODE_PADDING : SIDE);
        Typeset type = missing ? Typeset.SENTENCE : Typeset.STRONG;
        double lines = type.lines(headline, column);
        if (!remedy.isEmpty()) {
            lines += Typeset.SENTENCE.lines(remedy, column);
        }
        double height = 1 + 3 * Measures.NODE_PADDING + lines * type.line() + BUTTON;
        return new MessageBlock(new Rectangle2D(1, y, width - 2, height), missing, headline, remedy, message);
    }

    /// Where the first sentence ends, or −1 if there is only one.
    private static int sentenceEnd(String message) {
        int semicolon = message.indexOf("; ");
        int stop = message.indexOf(". ");
        if (stop >= 0) {
            return stop + 1;
        }
        return semicolon >= 0 ? semicolon + 1 : -1;
    }
}
