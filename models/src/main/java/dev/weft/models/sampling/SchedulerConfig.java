package dev.weft.models.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a scheduler config key by key.
final class SchedulerConfig {
    private static final int MOST_TIMESTEPS = 100_000;
    private static final List<String> UNSUPPORTED_SWITCHES =
            List.of("use_exponential_sigmas", "use_beta_sigmas", "use_flow_sigmas", "use_lu_lambdas");

    private final Map<String, ?> config;

    SchedulerConfig(Map<String, ?> config) {
        this.config = config;
    }

    TrainingSchedule read() {
        for (String key : UNSUPPORTED_SWITCHES) {
            if (flag(key).orElse(false)) {
                throw wrong(key, "is true, which Weft cannot do; set it to false");
            }
        }
        Optional<List<Double>> trained = trainedBetas();
        int timesteps = trained.map(List::size).orElseGet(() -> whole("num_train_timesteps", 1000, 1, MOST_TIMESTEPS));
        return new TrainingSchedule(
                variance("beta_start", 0.0001),
                variance("beta_end", 0.02),
                choice("beta_schedule", BetaSchedule::named).orElse(BetaSchedule.LINEAR),
                timesteps,
                trained,
                choice("prediction_type", PredictionType::named).orElse(PredictionType.EPSILON),
                choice("timestep_spacing", TimestepSpacing::named),
                whole("steps_offset", 0, 0, timesteps),
                flag("set_alpha_to_one"),
                flag("clip_sample"),
                positive("clip_sample_range", 1),
                thresholding(),
                flag("rescale_betas_zero_snr").orElse(false),
                flag("use_karras_sigmas").orElse(false),
                choice("final_sigmas_type", FinalSigma::named).orElse(FinalSigma.ZERO));
    }

    private Optional<Thresholding> thresholding() {
        if (!flag("thresholding").orElse(false)) {
            return Optional.empty();
        }
        double ratio = positive("dynamic_thresholding_ratio", 0.995);
        double bound = positive("sample_max_value", 1);
        if (ratio > 1) {
            throw wrong("dynamic_thresholding_ratio", "is above 1");
        }
        return Optional.of(new Thresholding(ratio, bound));
    }

    private Optional<List<Double>> trainedBetas() {
        Object value = config.get("trained_betas");
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof List<?> list) || list.isEmpty() || list.size() > MOST_TIMESTEPS) {
            throw wrong("trained_betas", "is not a list of 1 to " + MOST_TIMESTEPS + " numbers");
        }
        List<Double> betas = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof Number number) || !(number.doubleValue() > 0 && number.doubleValue() <= 1)) {
                throw wrong("trained_betas", "holds " + element + " where a number between 0 and 1 belongs");
            }
            betas.add(number.doubleValue());
        }
        return Optional.of(List.copyOf(betas));
    }

    private double variance(String key, double otherwise) {
        double value = positive(key, otherwise);
        if (value >= 1) {
            throw wrong(key, "is " + value + ", but must lie between 0 and 1");
        }
        return value;
    }

    private double positive(String key, double otherwise) {
        double value = number(key).orElse(otherwise);
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw wrong(key, "is " + value + ", but must be a positive number");
        }
        return value;
    }

    private int whole(String key, int otherwise, int least, int most) {
        double value = number(key).orElse((double) otherwise);
        if (!(value >= least && value <= most) || value != Math.rint(value)) {
            throw wrong(key, "is " + value + ", but must be a whole number from " + least + " to " + most);
        }
        return (int) value;
    }

    private Optional<Double> number(String key) {
        Object value = config.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Number number) {
            return Optional.of(number.doubleValue());
        }
        throw wrong(key, "is not a number");
    }

    private Optional<Boolean> flag(String key) {
        Object value = config.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Boolean flag) {
            return Optional.of(flag);
        }
        throw wrong(key, "is neither true nor false");
    }

    private <T> Optional<T> choice(String key, Function<String, Optional<T>> named) {
        @Nullable Object value = config.get(key);
        if (value == null) {
            return Optional.empty();
        }
        Optional<T> chosen = value instanceof String text ? named.apply(text) : Optional.empty();
        if (chosen.isEmpty()) {
            throw wrong(key, "is \"" + value + "\", which Weft does not know");
        }
        return chosen;
    }

    private static SamplingException wrong(String key, String problem) {
        return new SamplingException("The scheduler config's \"" + key + "\" " + problem + ".");
    }
}
