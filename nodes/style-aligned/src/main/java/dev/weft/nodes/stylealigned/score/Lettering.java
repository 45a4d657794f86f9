package dev.weft.nodes.stylealigned.score;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes into a picture with the system's plain font. A machine without any font, as small servers are, leaves the
/// writing out and says so once a picture.
final class Lettering {
    private static final Logger LOG = LoggerFactory.getLogger(Lettering.class);
    private static final String ELLIPSIS = "…";

    private final Graphics2D graphics;
    private final boolean possible;

    /// Which point of the text the given place is.
    enum Anchor {
        LEFT,
        CENTRE,
        RIGHT
    }

    Lettering(Graphics2D graphics) {
        this.graphics = graphics;
        this.possible = hasFonts(graphics);
    }

    private static boolean hasFonts(Graphics2D graphics) {
        try {
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
            return graphics.getFontMetrics().stringWidth("0") > 0;
        } catch (RuntimeException | InternalError | LinkageError e) {
            LOG.warn(
                    "This machine has no fonts ({}), so the matrix has no writing; install fontconfig and a font such"
                            + " as DejaVu.",
                    String.valueOf(e.getMessage()));
            return false;
        }
    }

    /// How wide a text is.
    int width(String text, int size, boolean bold) {
        return possible ? metrics(size, bold).stringWidth(text) : 0;
    }

    /// The text if it is at most that wide, else as much of its beginning as is, with an ellipsis.
    String shortened(String text, int size, int widest) {
        if (width(text, size, false) <= widest) {
            return text;
        }
        int[] letters = text.codePoints().toArray();
        int kept = letters.length;
        String shorter = ELLIPSIS;
        while (kept > 0) {
            kept--;
            shorter = new String(letters, 0, kept).stripTrailing() + ELLIPSIS;
            if (width(shorter, size, false) <= widest) {
                return shorter;
            }
        }
        return shorter;
    }

    /// Writes one line.
    ///
    /// @param x where its anchor is
    /// @param middle the height that the middle of its capitals is at
    void write(String text, int x, int middle, int size, boolean bold, Color colour, Anchor anchor) {
        if (!possible) {
            return;
        }
        FontMetrics metrics = metrics(size, bold);
        int width = metrics.stringWidth(text);
        int left = switch (anchor) {
            case LEFT -> x;
            case CENTRE -> x - width / 2;
            case RIGHT -> x - width;
        };
        graphics.setColor(colour);
        // Capitals of most fonts are about 0.72 of the size high.
        graphics.drawString(text, left, middle + Math.round(size * 0.36f));
    }

    private FontMetrics metrics(int size, boolean bold) {
        graphics.setFont(new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, size));
        return graphics.getFontMetrics();
    }
}
