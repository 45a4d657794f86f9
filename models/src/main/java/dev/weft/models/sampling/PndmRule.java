package dev.weft.models.sampling;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Pseudo linear multistep sampling: the last four predictions, weighted as by Adams and Bashforth, stand for
/// the noise of a DDIM step (Liu et al., arXiv 2202.09778, equations 9 and 12).
///
/// In place of Runge–Kutta steps at the start, the first step is taken twice: the second time with the mean of
/// the predictions at both ends, so the network is asked once more often than there are steps.
final class PndmRule implements StepRule {
    private static final int ORDER = 4;
    /// For as many predictions as the row is long, the newest first; to be divided by the divisor of the same
    /// place.
    private static final double[][] WEIGHTS = {{1}, {3, -1}, {23, -16, 5}, {55, -59, 37, -9}};

    private static final double[] DIVISORS = {1, 2, 12, 24};

    private final TimestepCourse course;
    private final TimestepModel model;
    /// The newest first.
    private final Deque<float[]> predictions = new ArrayDeque<>();

    PndmRule(TimestepCourse course, TimestepModel model) {
        this.course = course;
        this.model = model;
    }

    @Override
    public float[] step(float[] sample, int index) {
        int timestep = course.timestep(index);
        float[] predicted = model.predict(sample, timestep, course.signal(timestep), index);
        predictions.addFirst(predicted);
        if (predictions.size() > ORDER) {
            predictions.removeLast();
        }
        float[] next = move(sample, weighted(), timestep, timestep - course.stride());
        if (index > 0 || course.steps() == 1) {
            return next;
        }
        int nextTimestep = course.timestep(1);
        float[] there = model.predict(next, nextTimestep, course.signal(nextTimestep), index);
        float[] mean = Vectors.scaled(Vectors.sum(1, predicted, 1, there), 0.5);
        return move(sample, mean, nextTimestep + course.stride(), nextTimestep);
    }

    private float[] weighted() {
        List<float[]> newestFirst = new ArrayList<>(predictions);
        double[] weights = WEIGHTS[newestFirst.size() - 1];
        float[] sum = Vectors.scaled(newestFirst.getFirst(), weights[0]);
        for (int i = 1; i < weights.length; i++) {
            sum = Vectors.sum(1, sum, weights[i], newestFirst.get(i));
        }
        return Vectors.scaled(sum, 1 / DIVISORS[newestFirst.size() - 1]);
    }

    /// Equation 9, rounded to float32 as diffusers does it: some models amplify a difference in the last bit
    /// ten-thousandfold over a run.
    private float[] move(float[] sample, float[] predicted, int from, int to) {
        float here = (float) course.signal(from);
        float there = (float) course.signal(to);
        float keep = (float) Math.sqrt(there / here);
        float divisor = here * (float) Math.sqrt(1 - there) + (float) Math.sqrt(here * (1 - here) * there);
        float change = there - here;

        float[] noise = model.noise(sample, predicted, here);
        float[] result = new float[sample.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = keep * sample[i] - change * noise[i] / divisor;
        }
        return result;
    }
}
