package dev.weft.models.sampling;

import java.util.Arrays;

/// Keeps predicted clean samples within bounds, where a config asks for that.
@FunctionalInterface
interface Bounds {
    /// No bounds.
    Bounds NONE = clean -> {};

    /// Changes a predicted clean sample in place.
    void apply(float[] clean);

    /// Clips every value to `−range…range`.
    static Bounds clip(double range) {
        float bound = (float) range;
        return clean -> {
            for (int i = 0; i < clean.length; i++) {
                clean[i] = Math.clamp(clean[i], -bound, bound);
            }
        };
    }

    /// Clips every picture of the batch to a quantile of its absolute values and scales it back to −1…1.
    static Bounds dynamic(Thresholding thresholding, int batch) {
        return clean -> {
            int size = clean.length / batch;
            for (int start = 0; start + size <= clean.length; start += size) {
                float bound = bound(thresholding, Arrays.copyOfRange(clean, start, start + size));
                for (int i = start; i < start + size; i++) {
                    clean[i] = Math.clamp(clean[i], -bound, bound) / bound;
                }
            }
        };
    }

    private static float bound(Thresholding thresholding, float[] picture) {
        for (int i = 0; i < picture.length; i++) {
            picture[i] = Math.abs(picture[i]);
        }
        Arrays.sort(picture);
        double place = thresholding.ratio() * (picture.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, picture.length - 1);
        double quantile = picture[below] + (picture[above] - picture[below]) * (place - below);
        return (float) Math.max(1, Math.min(quantile, Math.max(1, thresholding.largestBound())));
    }
}
