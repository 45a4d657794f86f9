package org.example.imagefilters;

/// How bright a colour looks, by the weights of Recommendation ITU-R BT.709.
final class Luma {
    private static final double RED = 0.2126;
    private static final double GREEN = 0.7152;
    private static final double BLUE = 0.0722;

    private Luma() {}

    /// The brightness, 0…1.
    ///
    /// @param colour red, green and blue, 0…1
    static double of(double[] colour) {
        return RED * colour[0] + GREEN * colour[1] + BLUE * colour[2];
    }
}
