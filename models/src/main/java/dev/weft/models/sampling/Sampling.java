package dev.weft.models.sampling;

import dev.weft.models.noise.TorchNoise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Turns noise into a latent.
public final class Sampling {
    private Sampling() {}

    /// Runs a sampler.
    ///
    /// Whatever the denoiser or the listener throws ends the run and goes out unchanged.
    ///
    /// @param request what to do
    /// @param denoiser the network
    /// @param listener hears of every step
    /// @return the latent in model space, of the same shape as the request's
    /// @throws SamplingException in one sentence, if the sampler cannot follow the schedule or take so many
    ///     steps
    public static float[] run(SamplingRequest request, Denoiser denoiser, StepListener listener) {
        TorchNoise generator = new TorchNoise(request.seed());
        int size = request.latent().length;
        float[] drawn = generator.next(size);
        float[] noise = request.noise().orElse(drawn);
        SamplingRequest whole = request.withNoise(noise);
        Run run = prepare(whole, denoiser, () -> generator.next(size));
        if (run.steps() == 0) {
            return request.latent().clone();
        }
        float[] sample = run.begin(request.latent(), noise);
        float[] shown = sample;
        for (int index = 0; index < run.steps(); index++) {
            sample = run.step(sample, index);
            shown = run.shown(sample, index + 1);
            if (index + 1 == run.steps()) {
                shown = whole.kept().ended(shown);
            }
            listener.stepped(index + 1, run.steps(), shown);
        }
        return shown;
    }

    /// How many steps a run will take: mostly as many as asked for, fewer when a schedule of diffusers denoises
    /// only in part, and at times others on `ddim_uniform`.
    ///
    /// @throws SamplingException as `run`
    public static int steps(SamplingRequest request) {
        return prepare(request.withNoise(request.latent()), (sample, timestep, step) -> sample, () -> request.latent())
                .steps();
    }

    /// When a run will call the network, in this order.
    ///
    /// @throws SamplingException as `run`
    public static List<Moment> moments(SamplingRequest request) {
        List<Moment> moments = new ArrayList<>();
        // When the network is called depends on no value of the sample, so that one value stands for all.
        float[] latent = {request.pureNoise() ? 0 : 1};
        SamplingRequest small = new SamplingRequest(
                request.sampler(),
                request.schedule(),
                request.steps(),
                request.denoise(),
                request.training(),
                1,
                latent,
                request.seed(),
                Optional.empty(),
                Optional.empty());
        run(
                small,
                (sample, timestep, step) -> {
                    moments.add(new Moment(step, timestep));
                    return sample.clone();
                },
                (_, _, _) -> {});
        return moments;
    }

    /// Why this sampler cannot follow this schedule, in one sentence; empty if it can.
    public static Optional<String> incompatibility(SamplerName sampler, ScheduleName schedule) {
        if (schedule.comfy().isPresent() && sampler.comfy().isEmpty()) {
            return Optional.of("The sampler \"" + sampler.id() + "\" cannot follow the schedule \"" + schedule.id()
                    + "\" of ComfyUI; choose the schedule \"diffusers\" or another sampler.");
        }
        if (schedule == ScheduleName.DIFFUSERS_KARRAS && sampler.diffusers() instanceof TimestepSampler) {
            return Optional.of("The sampler \"" + sampler.id() + "\" steps over timesteps and cannot follow the"
                    + " schedule \"diffusers_karras\"; choose the schedule \"diffusers\" or another sampler.");
        }
        return Optional.empty();
    }

    static Run prepare(SamplingRequest request, Denoiser denoiser, Supplier<float[]> freshNoise) {
        incompatibility(request.sampler(), request.schedule()).ifPresent(reason -> {
            throw new SamplingException(reason);
        });
        Optional<ComfySchedule> comfy = request.schedule().comfy();
        if (comfy.isPresent()) {
            return request.sampler().comfy().orElseThrow().prepare(request, comfy.get(), denoiser, freshNoise);
        }
        int most = request.training().trainTimesteps();
        if (request.steps() > most) {
            throw new SamplingException("The number of steps is " + request.steps() + ", but the model was trained on "
                    + most + " timesteps; choose at most that many.");
        }
        boolean karras = request.schedule() == ScheduleName.DIFFUSERS_KARRAS;
        return request.sampler().diffusers().prepare(request, karras, denoiser, freshNoise);
    }
}
