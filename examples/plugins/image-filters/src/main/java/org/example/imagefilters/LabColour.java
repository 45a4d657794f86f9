package org.example.imagefilters;

/// CIELAB colours under daylight (D65), in which equal distances look about equal (CIE 15; sRGB by IEC 61966-2-1).
final class LabColour {
    /// Reference white of D65.
    private static final double WHITE_X = 0.95047;

    private static final double WHITE_Z = 1.08883;
    private static final double CUBE_BELOW = 216.0 / 24389;
    private static final double SLOPE = 24389.0 / 27;

    private LabColour() {}

    /// Red, green and blue, 0…1, replaced by lightness 0…100 and the two colour axes.
    static void fromRgb(double[] colour) {
        double red = linear(colour[0]);
        double green = linear(colour[1]);
        double blue = linear(colour[2]);
        double x = curve((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / WHITE_X);
        double y = curve(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
        double z = curve((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / WHITE_Z);
        colour[0] = 116 * y - 16;
        colour[1] = 500 * (x - y);
        colour[2] = 200 * (y - z);
    }

    /// The way back; colours that no screen shows come out beyond 0…1.
    static void toRgb(double[] colour) {
        double middle = (colour[0] + 16) / 116;
        double x = WHITE_X * uncurve(middle + colour[1] / 500);
        double y = uncurve(middle);
        double z = WHITE_Z * uncurve(middle - colour[2] / 200);
        colour[0] = encoded(3.2404542 * x - 1.5371385 * y - 0.4985314 * z);
        colour[1] = encoded(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z);
        colour[2] = encoded(0.0556434 * x - 0.2040259 * y + 1.0572252 * z);
    }

    private static double linear(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static double encoded(double value) {
        return value <= 0.0031308 ? 12.92 * value : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
    }

    private static double curve(double value) {
        return value > CUBE_BELOW ? Math.cbrt(value) : (SLOPE * value + 16) / 116;
    }

    private static double uncurve(double value) {
        double cube = value * value * value;
        return cube > CUBE_BELOW ? cube : (116 * value - 16) / SLOPE;
    }
}
