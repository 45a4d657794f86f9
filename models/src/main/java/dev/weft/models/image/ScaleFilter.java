package dev.weft.models.image;

import java.util.Arrays;
import java.util.Optional;

/// How pixels of another size are made of those that there are.
///
/// When a picture becomes smaller, filters are widened by the same factor, so that every old pixel counts.
public enum ScaleFilter {
    /// Lanczos' windowed sinc over three pixels to each side (Duchon, 1979): sharpest.
    LANCZOS("lanczos", 3) {
        @Override
        double weight(double distance) {
            return Math.abs(distance) < 3 ? sinc(distance) * sinc(distance / 3) : 0;
        }
    },
    /// Linear between neighbours: soft, never beyond the values that there are.
    BILINEAR("bilinear", 1) {
        @Override
        double weight(double distance) {
            return Math.max(0, 1 - Math.abs(distance));
        }
    },
    /// The pixel whose centre is nearest: for pixel art and maps of labels.
    NEAREST("nearest", 0) {
        @Override
        double weight(double distance) {
            return 1;
        }
    };

    private final String id;
    private final int radius;

    ScaleFilter(String id, int radius) {
        this.id = id;
        this.radius = radius;
    }

    /// Its name in workflows.
    public String id() {
        return id;
    }

    /// The filter with a name in workflows.
    public static Optional<ScaleFilter> named(String id) {
        return Arrays.stream(values()).filter(filter -> filter.id.equals(id)).findFirst();
    }

    /// How far it reaches, in pixels of the larger of both pictures' pixels.
    int radius() {
        return radius;
    }

    /// How much a pixel counts whose centre is at this distance.
    abstract double weight(double distance);

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }
}
