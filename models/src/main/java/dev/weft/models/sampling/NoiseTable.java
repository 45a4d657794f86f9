package dev.weft.models.sampling;

import java.util.Arrays;

/// How much signal and noise each training timestep holds.
///
/// `signal[t]` is the product of `1 − β` up to timestep `t` (called alphas_cumprod elsewhere), and
/// `σ[t] = √((1 − signal)/signal)` the noise beside a clean sample of unit scale.
final class NoiseTable {
    /// In place of the 0 that a zero terminal signal-to-noise ratio asks for, so that σ stays finite.
    private static final double DIFFUSERS_LEAST_SIGNAL = 0x1p-24;

    private static final double COMFY_LEAST_SIGNAL = 4.8973451890853435e-08;

    private final double[] signal;
    private final double[] sigmas;
    private final double[] logSigmas;

    private NoiseTable(double[] signal, double[] sigmas) {
        this.signal = signal;
        this.sigmas = sigmas;
        // Kept in float32, as the places that interpolate between them do.
        this.logSigmas =
                Arrays.stream(sigmas).map(sigma -> (float) Math.log(sigma)).toArray();
    }

    /// For samplers that step from timestep to timestep: every number is rounded to float32 as diffusers holds
    /// it, and a zero terminal signal-to-noise ratio is exact.
    static NoiseTable exact(TrainingSchedule training, boolean rescaled) {
        double[] betas = rounded(training.betas());
        return fromSignal(cumulative(rescaled ? zeroTerminal(betas) : betas));
    }

    /// For samplers that step from noise level to noise level, as diffusers holds it.
    static NoiseTable finite(TrainingSchedule training, boolean rescaled) {
        NoiseTable table = exact(training, rescaled);
        if (!rescaled) {
            return table;
        }
        double[] signal = table.signal.clone();
        signal[signal.length - 1] = DIFFUSERS_LEAST_SIGNAL;
        return fromSignal(signal);
    }

    /// As ComfyUI holds it: computed in double precision, the noise levels rounded to float32 at the end.
    static NoiseTable comfy(TrainingSchedule training) {
        double[] signal = new double[training.betas().length];
        double product = 1;
        double[] betas = training.betas();
        for (int i = 0; i < betas.length; i++) {
            product *= 1 - betas[i];
            signal[i] = product;
        }
        if (training.rescaleBetasZeroSnr()) {
            signal = shifted(signal);
            signal[signal.length - 1] = COMFY_LEAST_SIGNAL;
        }
        return new NoiseTable(
                signal,
                Arrays.stream(signal)
                        .map(value -> (float) Math.sqrt((1 - value) / value))
                        .toArray());
    }

    private static NoiseTable fromSignal(double[] signal) {
        return new NoiseTable(
                signal,
                Arrays.stream(signal)
                        .map(value -> (float) Math.sqrt((float) ((float) (1 - value) / value)))
                        .toArray());
    }

    private static double[] cumulative(double[] betas) {
        double[] signal = new double[betas.length];
        double product = 1;
        for (int i = 0; i < betas.length; i++) {
            product *= (float) (1 - betas[i]);
            signal[i] = (float) product;
        }
        return signal;
    }

    /// The variances whose last cumulative signal is 0 and whose first is unchanged (arXiv 2305.08891,
    /// algorithm 1).
    private static double[] zeroTerminal(double[] betas) {
        double[] signal = shifted(cumulative(betas));
        double[] rescaled = new double[betas.length];
        rescaled[0] = (float) (1 - signal[0]);
        for (int i = 1; i < betas.length; i++) {
            rescaled[i] = 1 - (float) (signal[i] / signal[i - 1]);
        }
        return rescaled;
    }

    private static double[] shifted(double[] signal) {
        double first = Math.sqrt(signal[0]);
        double last = Math.sqrt(signal[signal.length - 1]);
        return Arrays.stream(signal)
                .map(value -> (Math.sqrt(value) - last) * first / (first - last))
                .map(root -> root * root)
                .toArray();
    }

    private static double[] rounded(double[] values) {
        return Arrays.stream(values).map(value -> (float) value).toArray();
    }

    /// Number of training timesteps.
    int size() {
        return signal.length;
    }

    /// The signal of a training timestep.
    double signal(int timestep) {
        return signal[timestep];
    }

    /// The noise level of a training timestep.
    double sigma(int timestep) {
        return sigmas[timestep];
    }

    /// The noise level at a fraction of a timestep, interpolated evenly.
    double sigmaBetween(double timestep) {
        int low = (int) Math.min(Math.max(Math.floor(timestep), 0), size() - 1.0);
        int high = Math.min(low + 1, size() - 1);
        return sigmas[low] + (sigmas[high] - sigmas[low]) * (Math.min(timestep, size() - 1.0) - low);
    }

    /// The noise level at a fraction of a timestep, interpolated in the logarithm.
    double sigmaBetweenLogarithms(double timestep) {
        double inside = Math.min(Math.max(timestep, 0), size() - 1.0);
        int low = (int) Math.floor(inside);
        int high = (int) Math.ceil(inside);
        double weight = inside - low;
        return Math.exp((1 - weight) * logSigmas[low] + weight * logSigmas[high]);
    }

    /// The fraction of a timestep at which the noise level is `sigma`, interpolated in the logarithm.
    double timestepBetween(double sigma) {
        double log = Math.log(Math.max(sigma, 1e-10));
        int below = 0;
        while (below < size() - 2 && logSigmas[below + 1] <= log) {
            below++;
        }
        if (size() == 1) {
            return 0;
        }
        double weight = (logSigmas[below] - log) / (logSigmas[below] - logSigmas[below + 1]);
        double inside = Math.min(Math.max(weight, 0), 1);
        return (1 - inside) * below + inside * (below + 1);
    }

    /// The timestep whose noise level is nearest to `sigma` in the logarithm.
    int nearestTimestep(double sigma) {
        float log = (float) Math.log(sigma);
        int nearest = 0;
        for (int i = 1; i < size(); i++) {
            if (Math.abs(log - logSigmas[i]) < Math.abs(log - logSigmas[nearest])) {
                nearest = i;
            }
        }
        return nearest;
    }
}
