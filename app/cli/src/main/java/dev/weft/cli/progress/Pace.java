package dev.weft.cli.progress;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// How fast a node makes its steps.
///
/// The first step often opens models, so the rate is taken over the steps after it as soon as there are some.
final class Pace {
    private final long start;
    private long firstStepAt;
    private int firstStep;
    private int step;
    private int steps;
    private long now;

    /// @param start when the node began, on the clock of [System#nanoTime()]
    Pace(long start) {
        this.start = start;
        this.now = start;
    }

    void reached(int newStep, int newSteps, long time) {
        step = newStep;
        steps = newSteps;
        now = time;
        if (firstStep == 0 && newStep > 0) {
            firstStep = newStep;
            firstStepAt = time;
        }
    }

    int step() {
        return step;
    }

    int steps() {
        return steps;
    }

    /// The share that is done, from 0 to 1.
    double share() {
        return steps <= 0 ? 0 : Math.clamp((double) step / steps, 0, 1);
    }

    /// `13/20  5.2 steps/s  1 s left`; the rate only when there is one.
    String described() {
        String count = step + "/" + steps;
        Optional<Double> rate = stepsASecond();
        if (rate.isEmpty()) {
            return count;
        }
        Duration left = Duration.ofSeconds((long) Math.ceil((steps - step) / rate.get()));
        return count + "  " + rate(rate.get()) + (step >= steps ? "" : "  " + Durations.rounded(left) + " left");
    }

    private Optional<Double> stepsASecond() {
        boolean warm = step > firstStep;
        long time = now - (warm ? firstStepAt : start);
        int made = step - (warm ? firstStep : 0);
        return made <= 0 || time <= 0 ? Optional.empty() : Optional.of(made * 1e9 / time);
    }

    private static String rate(double stepsASecond) {
        return stepsASecond >= 1
                ? String.format(Locale.ROOT, "%.1f steps/s", stepsASecond)
                : String.format(Locale.ROOT, "%.1f s/step", 1 / stepsASecond);
    }
}
