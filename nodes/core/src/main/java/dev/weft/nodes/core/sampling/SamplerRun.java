package dev.weft.nodes.core.sampling;

import dev.weft.models.backend.StopSignal;
import dev.weft.models.bundle.Bundle;
import dev.weft.models.bundle.LoadedModels;
import dev.weft.models.sampling.Sampling;
import dev.weft.models.sampling.SamplingRequest;
import dev.weft.models.unet.AlignmentSchedule;
import dev.weft.models.unet.Guidance;
import dev.weft.models.unet.GuidedDenoiser;
import dev.weft.models.vae.LatentSpace;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import java.util.Optional;

/// Runs a sampler node.
public final class SamplerRun {
    private SamplerRun() {}

    /// Samples what the inputs and parameters of [SamplerNode] ask for.
    ///
    /// @param alignment how the pictures share a style; empty leaves each alone
    /// @throws NodeException with a sentence for the user if inputs do not fit together or a model fails
    public static NodeOutputs of(NodeInputs inputs, NodeContext context, Optional<AlignmentSchedule> alignment)
            throws NodeException {
        LoadedModels models = inputs.value("model", LoadedModels.class);
        Latent start = inputs.value("latent", Latent.class);
        ControlledConditioning positive = inputs.value("positive", ControlledConditioning.class);
        ControlledConditioning negative = inputs.value("negative", ControlledConditioning.class);
        SamplerSettings settings = SamplerSettings.of(inputs.parameters());
        LatentSpace space = models.bundle().latents();
        requireShape(start, models.bundle());
        Optional<float[]> mask = LatentMask.of(inputs, start);
        Guidance guidance = new Guidance(settings.cfg(), positive.text(), negative.text());
        float[] result =
                ModelRun.in(context, stop -> sample(models, settings, guidance, alignment, start, mask, context, stop));
        Latent latent = new Latent(start.batch(), start.channels(), start.height(), start.width(), space.toVae(result));
        return NodeOutputs.of("latent", latent, latent.byteSize());
    }

    private static void requireShape(Latent latent, Bundle bundle) throws NodeException {
        LatentSpace space = bundle.latents();
        if (latent.channels() != space.channels()) {
            throw new NodeException(
                    "latent",
                    "The latent has " + latent.channels() + " channels, but the model " + bundle.name() + " draws with "
                            + space.channels() + "; link a latent that was made for it.");
        }
        int multiple = bundle.latentMultiple();
        if (latent.width() % multiple != 0 || latent.height() % multiple != 0) {
            throw new NodeException(
                    "latent",
                    "The model " + bundle.name() + " cannot draw pictures of " + latent.width() * space.downscale()
                            + " by " + latent.height() * space.downscale() + " pixels; make both sides multiples of "
                            + multiple * space.downscale() + ".");
        }
    }

    private static float[] sample(
            LoadedModels models,
            SamplerSettings settings,
            Guidance guidance,
            Optional<AlignmentSchedule> alignment,
            Latent start,
            Optional<float[]> mask,
            NodeContext context,
            StopSignal stop)
            throws NodeException {
        try {
            SamplingRequest request = new SamplingRequest(
                    settings.sampler(),
                    settings.schedule(),
                    settings.steps(),
                    settings.denoise(),
                    models.bundle().schedule(),
                    start.batch(),
                    models.bundle().latents().toModel(start.values()),
                    settings.seed(),
                    Optional.empty(),
                    mask);
            int steps = Sampling.steps(request);
            GuidedDenoiser denoiser = new GuidedDenoiser(
                    models.unet(), start.batch(), start.height(), start.width(), guidance, alignment, steps, stop);
            context.progress(0, steps);
            return Sampling.run(request, denoiser, (step, all, _) -> {
                stop.throwIfStopped();
                context.progress(step, all);
            });
        } catch (IllegalArgumentException e) {
            // Samplers and guidance say so, in a sentence, when what they are given does not fit.
            throw NodeException.of(e);
        }
    }
}
