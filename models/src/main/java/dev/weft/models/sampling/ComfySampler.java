package dev.weft.models.sampling;

import java.util.Arrays;
import java.util.function.Supplier;

/// A sampler on the schedules of ComfyUI. The network is told the training timestep whose noise level is
/// nearest.
///
/// @param discardsPenultimate whether the last noise level but the 0 is left out of a schedule of one more step
/// @param rule makes its step rule
record ComfySampler(boolean discardsPenultimate, SigmaRuleMaker rule) {
    /// ComfyUI denoises fully above this.
    private static final double FULL = 0.9999;

    private static final int MOST_STEPS = 100_000;
    private static final double SAME = 1e-5;

    Run prepare(SamplingRequest request, ComfySchedule schedule, Denoiser denoiser, Supplier<float[]> freshNoise) {
        NoiseTable table = NoiseTable.comfy(request.training());
        double[] sigmas = sigmas(table, request, schedule);
        double[] timesteps = Arrays.stream(sigmas, 0, sigmas.length - 1)
                .map(table::nearestTimestep)
                .toArray();
        SigmaCourse course = new SigmaCourse(sigmas, timesteps);
        SigmaModel model = new SigmaModel(denoiser, request.training().predictionType(), Bounds.NONE, request.kept());
        double first = course.sigma(0);
        boolean full = first >= table.sigma(table.size() - 1) * (1 - SAME);
        return new SigmaRun(course, rule.make(course, model, freshNoise), full ? Math.hypot(1, first) : first, false);
    }

    private double[] sigmas(NoiseTable table, SamplingRequest request, ComfySchedule schedule) {
        if (request.denoise() == 0) {
            return new double[1];
        }
        double wanted = request.denoise() > FULL ? request.steps() : request.steps() / request.denoise();
        if (wanted > MOST_STEPS) {
            throw new SamplingException("With " + request.steps() + " steps, a denoise of " + request.denoise()
                    + " needs a schedule of more than " + MOST_STEPS + " steps; choose more denoise or fewer steps.");
        }
        double[] sigmas = schedule.sigmas(table, (int) wanted + (discardsPenultimate ? 1 : 0));
        if (discardsPenultimate) {
            sigmas[sigmas.length - 2] = 0;
            sigmas = Arrays.copyOf(sigmas, sigmas.length - 1);
        }
        return request.denoise() > FULL
                ? sigmas
                : Arrays.copyOfRange(sigmas, Math.max(0, sigmas.length - request.steps() - 1), sigmas.length);
    }
}
