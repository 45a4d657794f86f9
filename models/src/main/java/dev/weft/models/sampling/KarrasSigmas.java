package dev.weft.models.sampling;

/// Noise levels whose seventh roots fall evenly (Karras et al., arXiv 2206.00364, equation 5).
final class KarrasSigmas {
    private static final double RHO = 7;

    private KarrasSigmas() {}

    static double[] between(double largest, double smallest, int count) {
        double from = Math.pow(largest, 1 / RHO);
        double to = Math.pow(smallest, 1 / RHO);
        double[] sigmas = new double[count];
        for (int i = 0; i < count; i++) {
            double ramp = count == 1 ? 0 : (double) i / (count - 1);
            sigmas[i] = Math.pow(from + ramp * (to - from), RHO);
        }
        return sigmas;
    }
}
