package dev.weft.models.sampling;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The Adams–Bashforth method over noise levels: integrates the polynomial through the last four slopes.
final class LinearMultistepRule implements StepRule {
    private static final int ORDER = 4;
    /// Two Gauss–Legendre points integrate polynomials up to degree 3 exactly.
    private static final double GAUSS_POINT = 1 / Math.sqrt(3);

    private final SigmaCourse course;
    private final SigmaModel model;
    private final boolean eulerEnd;
    /// The newest first.
    private final Deque<float[]> slopes = new ArrayDeque<>();

    /// @param eulerEnd whether a last step that ends without noise follows the newest slope alone, as ComfyUI
    ///     has it
    LinearMultistepRule(SigmaCourse course, SigmaModel model, boolean eulerEnd) {
        this.course = course;
        this.model = model;
        this.eulerEnd = eulerEnd;
    }

    @Override
    public float[] step(float[] sample, int index) {
        slopes.addFirst(model.slope(sample, course.sigma(index), course.timestep(index), index));
        if (slopes.size() > ORDER) {
            slopes.removeLast();
        }
        List<float[]> newestFirst = new ArrayList<>(slopes);
        if (eulerEnd && course.sigma(index + 1) == 0) {
            newestFirst = newestFirst.subList(0, 1);
        }
        int order = newestFirst.size();
        float[] move = Vectors.scaled(newestFirst.getFirst(), weight(index, 0, order));
        for (int age = 1; age < order; age++) {
            move = Vectors.sum(1, move, weight(index, age, order), newestFirst.get(age));
        }
        return Vectors.sum(1, sample, 1, move);
    }

    /// The integral, over the step, of the Lagrange polynomial of the slope that is `age` steps old.
    private double weight(int index, int age, int order) {
        double middle = (course.sigma(index) + course.sigma(index + 1)) / 2;
        double half = (course.sigma(index + 1) - course.sigma(index)) / 2;
        return half
                * (lagrange(middle - half * GAUSS_POINT, index, age, order)
                        + lagrange(middle + half * GAUSS_POINT, index, age, order));
    }

    private double lagrange(double sigma, int index, int age, int order) {
        double product = 1;
        for (int other = 0; other < order; other++) {
            if (other != age) {
                product *= (sigma - course.sigma(index - other))
                        / (course.sigma(index - age) - course.sigma(index - other));
            }
        }
        return product;
    }
}
