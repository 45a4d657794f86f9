package dev.weft.models.sampling;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How much noise each training timestep adds.
public enum BetaSchedule {
    /// The variances grow evenly (Ho et al., arXiv 2006.11239).
    LINEAR {
        @Override
        double[] betas(double start, double end, int count) {
            return spread(start, end, count);
        }
    },
    /// The square roots of the variances grow evenly (latent diffusion).
    SCALED_LINEAR {
        @Override
        double[] betas(double start, double end, int count) {
            return Arrays.stream(spread(Math.sqrt(start), Math.sqrt(end), count))
                    .map(root -> root * root)
                    .toArray();
        }
    },
    /// What is left of the signal falls as a squared cosine (Nichol and Dhariwal, arXiv 2102.09672); the ends
    /// are not used.
    SQUAREDCOS_CAP_V2 {
        @Override
        double[] betas(double start, double end, int count) {
            double[] betas = new double[count];
            for (int i = 0; i < count; i++) {
                betas[i] = Math.min(1 - signal((i + 1.0) / count) / signal((double) i / count), LARGEST_COSINE_BETA);
            }
            return betas;
        }
    };

    private static final double LARGEST_COSINE_BETA = 0.999;
    private static final double COSINE_OFFSET = 0.008;

    /// The variances of all timesteps.
    abstract double[] betas(double start, double end, int count);

    /// The name in a scheduler config.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<BetaSchedule> named(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
    }

    private static double[] spread(double start, double end, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = count == 1 ? start : start + (end - start) * i / (count - 1);
        }
        return values;
    }

    private static double signal(double time) {
        double cosine = Math.cos((time + COSINE_OFFSET) / (1 + COSINE_OFFSET) * Math.PI / 2);
        return cosine * cosine;
    }
}
