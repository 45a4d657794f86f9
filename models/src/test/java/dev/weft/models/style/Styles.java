package dev.weft.models.style;

import dev.weft.models.sampling.Moment;
import dev.weft.models.text.Conditioning;
import dev.weft.models.text.Pooled;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Small styles to test with.
final class Styles {
    static final String IDENTITY = "ab".repeat(32);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2};

    private Styles() {}

    /// `steps` steps of a latent of 1 channel, 2 by 3; the value of each is the index of its sample.
    static Trajectory trajectory(int steps, int offset) {
        List<Moment> moments = IntStream.range(0, steps)
                .mapToObj(step -> new Moment(step, 1000.0 / steps * (steps - 1 - step) + 1))
                .toList();
        float[] values = new float[(steps + 1) * 6];
        for (int i = 0; i < values.length; i++) {
            int sample = i / 6;
            values[i] = sample;
        }
        return new Trajectory(moments, offset, 1, 2, 3, values);
    }

    static StyleReference reference(int steps, double weight) {
        return new StyleReference(
                trajectory(steps, 1),
                text(1),
                text(2),
                "a \"bird\"\nof paradise \u2740",
                2.5,
                weight,
                "Somebody, CC0",
                Thumbnail.of(PNG));
    }

    static Conditioning text(float first) {
        return new Conditioning(
                1, 2, 2, new float[] {first, 0.25f, -3, 1e-20f}, Optional.of(new Pooled(1, 3, new float[] {first, 5, 6
                })));
    }

    static Style style(int steps, double... weights) {
        return new Style(
                new StyleOrigin("starter", IDENTITY, "paper_cutout × 0.8", steps),
                Arrays.stream(weights)
                        .mapToObj(weight -> reference(steps, weight))
                        .toList());
    }
}
