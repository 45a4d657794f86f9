package dev.weft.models.sampling;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Noise levels as a scheduler of ComfyUI spreads them.
@FunctionalInterface
interface ComfySchedule {
    /// The noise levels, falling, with 0 at the end.
    double[] sigmas(NoiseTable table, int steps);

    /// Even in the timestep, down to the first.
    static double[] normal(NoiseTable table, int steps) {
        return ended(IntStream.range(0, steps)
                .mapToDouble(i -> table.sigmaBetweenLogarithms(falling(table.size() - 1.0, i, steps - 1))));
    }

    /// Even in the timestep, with the end of the last step counted in.
    static double[] sgmUniform(NoiseTable table, int steps) {
        return ended(IntStream.range(0, steps)
                .mapToDouble(i -> table.sigmaBetweenLogarithms(falling(table.size() - 1.0, i, steps))));
    }

    /// Even in the seventh root of the noise level.
    static double[] karras(NoiseTable table, int steps) {
        return ended(DoubleStream.of(KarrasSigmas.between(table.sigma(table.size() - 1), table.sigma(0), steps)));
    }

    /// Even in the logarithm of the noise level.
    static double[] exponential(NoiseTable table, int steps) {
        double largest = Math.log(table.sigma(table.size() - 1));
        double smallest = Math.log(table.sigma(0));
        return ended(IntStream.range(0, steps)
                .mapToDouble(i -> Math.exp(smallest + falling(largest - smallest, i, steps - 1))));
    }

    /// Every so many-th training timestep, counted from the last.
    static double[] simple(NoiseTable table, int steps) {
        double stride = (double) table.size() / steps;
        return ended(IntStream.range(0, steps).mapToDouble(i -> table.sigma(table.size() - 1 - (int) (i * stride))));
    }

    /// Every so many-th training timestep, counted from the second; there may be more of them than `steps`.
    static double[] ddimUniform(NoiseTable table, int steps) {
        int stride = Math.max(table.size() / steps, 1);
        int count = (table.size() - 2) / stride + 1;
        return ended(IntStream.range(0, count).mapToDouble(i -> table.sigma(1 + (count - 1 - i) * stride)));
    }

    private static double falling(double from, int index, int last) {
        return last == 0 ? from : from - from * index / last;
    }

    private static double[] ended(DoubleStream sigmas) {
        return DoubleStream.concat(sigmas, DoubleStream.of(0)).toArray();
    }
}
