package dev.weft.models.sampling;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Pseudo linear multistep sampling: the last four predictions, weighted as by Adams and Bashforth, stand for the
/// noise of a DDIM step (Liu et al., arXiv 2202.09778, equations 9 and 12).
///
/// In place of Runge–Kutta steps at the start, the first step is taken twice: the second time with the mean of the
/// predictions at both ends, so the network is asked once more often than there are steps.
final class PndmRule implements StepRule {
    private static final int ORDER = 4;
    /// For as many predictions as the row is long, the newest first.
    private static final double[][] WEIGHTS = {
        {1.0}, {3.0 / 2, -1.0 / 2}, {23.0 / 12, -16.0 / 12, 5.0 / 12}, {55.0 / 24, -59.0 / 24, 37.0 / 24, -9.0 / 24},
    };

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
        float[] predicted = model.predict(sample, timestep, index);
        predictions.addFirst(predicted);
        if (predictions.size() > ORDER) {
            predictions.removeLast();
        }
        float[] next = move(sample, weighted(), timestep, timestep - course.stride());
        if (index > 0 || course.steps() == 1) {
            return next;
        }
        int nextTimestep = course.timestep(1);
        float[] there = model.predict(next, nextTimestep, index);
        float[] mean = Vectors.sum(0.5, predicted, 0.5, there);
        return move(sample, mean, nextTimestep + course.stride(), nextTimestep);
    }

    private float[] weighted() {
        List<float[]> newestFirst = new ArrayList<>(predictions);
        double[] weights = WEIGHTS[newestFirst.size() - 1];
        float[] sum = Vectors.scaled(newestFirst.getFirst(), weights[0]);
        for (int i = 1; i < weights.length; i++) {
            sum = Vectors.sum(1, sum, weights[i], newestFirst.get(i));
        }
        return sum;
    }

    /// Equation 9.
    private float[] move(float[] sample, float[] predicted, int from, int to) {
        double here = course.signal(from);
        double there = course.signal(to);
        double divisor = here * Math.sqrt(1 - there) + Math.sqrt(here * (1 - here) * there);
        float[] noise = model.noise(sample, predicted, here);
        return Vectors.sum(Math.sqrt(there / here), sample, -(there - here) / divisor, noise);
    }
}
