package dev.weft.nodes.stylealigned.score;

import java.awt.Color;

/// Colours of cosines: from paper at 0 through teal to deep blue at 1, and to rust at -1.
final class ColourScale {
    static final Color INK = new Color(0x22, 0x2a, 0x30);
    static final Color FAINT_INK = new Color(0x6a, 0x73, 0x7a);
    static final Color PAPER = new Color(0xff, 0xff, 0xff);
    static final Color BLANK = new Color(0xe3, 0xe6, 0xe8);

    private static final Color OPPOSITE = new Color(0xb5, 0x48, 0x2f);
    private static final Color UNLIKE = new Color(0xf6, 0xf2, 0xe7);
    private static final Color HALF = new Color(0x7d, 0xb8, 0xb4);
    private static final Color ALIKE = new Color(0x12, 0x3f, 0x63);

    private ColourScale() {}

    /// The colour of a cosine, -1 … 1.
    static Color of(double cosine) {
        if (cosine < 0) {
            return between(UNLIKE, OPPOSITE, Math.min(1, -cosine));
        }
        return cosine < 0.5 ? between(UNLIKE, HALF, 2 * cosine) : between(HALF, ALIKE, Math.min(1, 2 * cosine - 1));
    }

    /// Whichever of black and white stands out more on a colour (contrast ratio of WCAG 2.2, at least 4.5 so).
    static Color inkOn(Color ground) {
        double luminance = luminance(ground);
        double withBlack = (luminance + 0.05) / 0.05;
        double withWhite = 1.05 / (luminance + 0.05);
        return withBlack >= withWhite ? Color.BLACK : Color.WHITE;
    }

    static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int level) {
        double share = level / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Color between(Color from, Color to, double share) {
        return new Color(
                mixed(from.getRed(), to.getRed(), share),
                mixed(from.getGreen(), to.getGreen(), share),
                mixed(from.getBlue(), to.getBlue(), share));
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
