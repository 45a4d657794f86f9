package dev.weft.models.sampling;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Spreads steps over training timesteps, from the noisiest down (arXiv 2305.08891, table 2).
final class Spacing {
    private Spacing() {}

    /// The timesteps of `steps` steps, possibly between two training timesteps for `linspace`.
    static double[] fractional(TrainingSchedule training, TimestepSpacing spacing, int steps) {
        int count = training.trainTimesteps();
        return switch (spacing) {
            // float32, as NumPy is asked for there.
            case LINSPACE -> falling(steps, i -> (float) evenly(count, steps, i));
            case LEADING -> leading(training, steps, steps, 0);
            case TRAILING -> trailing(count, steps);
        };
    }

    /// Whole timesteps of `steps` steps.
    static double[] whole(TrainingSchedule training, TimestepSpacing spacing, int steps) {
        int count = training.trainTimesteps();
        return switch (spacing) {
            case LINSPACE -> falling(steps, i -> Math.rint(evenly(count, steps, i)));
            case LEADING, TRAILING -> fractional(training, spacing, steps);
        };
    }

    /// Whole timesteps of `steps` steps as the solvers of the DPM family spread them: as if a last step to the
    /// first training timestep followed.
    static double[] wholeBeforeOneMore(TrainingSchedule training, TimestepSpacing spacing, int steps) {
        int count = training.trainTimesteps();
        return switch (spacing) {
            case LINSPACE -> falling(steps, i -> Math.rint(evenly(count, steps + 1, i + 1)));
            case LEADING -> leading(training, steps, steps + 1, 1);
            case TRAILING -> trailing(count, steps);
        };
    }

    private static double evenly(int count, int points, int index) {
        return points == 1 ? 0 : index * ((count - 1.0) / (points - 1));
    }

    private static double[] leading(TrainingSchedule training, int steps, int strides, int first) {
        int stride = training.trainTimesteps() / strides;
        return falling(steps, i -> stride * (i + first) + training.stepsOffset());
    }

    private static double[] trailing(int count, int steps) {
        double stride = (double) count / steps;
        return IntStream.range(0, steps)
                .mapToDouble(i -> Math.rint(count - i * stride) - 1)
                .toArray();
    }

    private static double[] falling(int steps, IntToDoubleFunction rising) {
        return IntStream.range(0, steps)
                .mapToDouble(i -> rising.applyAsDouble(steps - 1 - i))
                .toArray();
    }
}
