package dev.weft.nodes.stylealigned;

import dev.weft.models.backend.StopSignal;
import dev.weft.models.bundle.LoadedModels;
import dev.weft.models.control.Controls;
import dev.weft.models.noise.TorchNoise;
import dev.weft.models.panorama.PanoramaDenoiser;
import dev.weft.models.panorama.View;
import dev.weft.models.panorama.ViewControls;
import dev.weft.models.panorama.Views;
import dev.weft.models.sampling.Sampling;
import dev.weft.models.sampling.SamplingRequest;
import dev.weft.models.unet.AlignmentSchedule;
import dev.weft.models.unet.Guidance;
import dev.weft.models.unet.GuidedDenoiser;
import dev.weft.models.unet.PinnedRows;
import dev.weft.models.vae.LatentSpace;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.core.sampling.Latent;
import dev.weft.nodes.core.sampling.SamplerSettings;
import dev.weft.nodes.core.sampling.StyleInput;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Draws one panorama.
final class PanoramaRun {
    private final LoadedModels models;
    private final PanoramaPlan plan;
    private final SamplerSettings sampler;
    private final AlignmentSchedule alignment;
    private final LatentSpace space;

    /// @param alignment how views take their style; its reference is the first row
    PanoramaRun(LoadedModels models, PanoramaPlan plan, SamplerSettings sampler, AlignmentSchedule alignment) {
        this.models = models;
        this.plan = plan;
        this.sampler = sampler;
        this.alignment = alignment;
        this.space = models.bundle().latents();
    }

    NodeOutputs run(NodeContext context, StopSignal stop) throws NodeException {
        SamplingRequest request = request();
        if (plan.style().isPresent()) {
            int side = plan.views().size();
            StyleInput.requireFew(alignment, plan.style().get());
            StyleInput.require(plan.style().get(), models, side, side, request);
        }
        int steps = Sampling.steps(request);
        ViewControls controls = new ViewControls(
                new Controls(plan.positive().controls(), plan.negative().controls()),
                plan.views(),
                space.downscale(),
                plan.drawsReference());
        PanoramaDenoiser denoiser = new PanoramaDenoiser(
                plan.views(),
                space.channels(),
                plan.drawsReference(),
                plan.settings().viewBatchSize(),
                views -> network(views, controls.of(views), steps, stop));
        context.progress(0, steps);
        float[] drawn = Sampling.run(request, denoiser, (step, all, _) -> {
            stop.throwIfStopped();
            context.progress(step, all);
        });
        return outputs(drawn);
    }

    /// The reference, if it is drawn, and the panorama as one sample.
    private SamplingRequest request() {
        Views views = plan.views();
        int reference = referenceSize();
        int panorama = Math.multiplyExact(space.channels(), Math.multiplyExact(views.height(), views.width()));
        float[] noise = Arrays.copyOf(
                TorchNoise.gaussian(plan.settings().referenceSeed(), reference), Math.addExact(reference, panorama));
        System.arraycopy(TorchNoise.gaussian(sampler.seed(), panorama), 0, noise, reference, panorama);
        return new SamplingRequest(
                sampler.sampler(),
                sampler.schedule(),
                sampler.steps(),
                1,
                models.bundle().schedule(),
                1,
                new float[noise.length],
                sampler.seed(),
                Optional.of(noise));
    }

    private int referenceSize() {
        int side = plan.views().size();
        return plan.drawsReference() ? space.channels() * side * side : 0;
    }

    private GuidedDenoiser network(List<View> views, Controls controls, int steps, StopSignal stop) {
        int side = plan.views().size();
        Guidance guidance = new Guidance(
                sampler.cfg(),
                plan.rows(plan.positive(), views.size()),
                plan.rows(plan.negative(), views.size()),
                controls);
        PinnedRows rows = plan.style()
                .map(style -> PinnedRows.of(style, views.size(), OptionalInt.empty()))
                .orElseGet(() -> PinnedRows.none(1 + views.size()));
        return new GuidedDenoiser(models.unet(), rows, side, side, guidance, Optional.of(alignment), steps, stop);
    }

    private NodeOutputs outputs(float[] drawn) {
        Views views = plan.views();
        int reference = referenceSize();
        Latent panorama = latent(views.height(), views.width(), Arrays.copyOfRange(drawn, reference, drawn.length));
        float[] end = plan.style().map(style -> style.first().end()).orElseGet(() -> Arrays.copyOf(drawn, reference));
        Latent square = latent(views.size(), views.size(), end);
        return new NodeOutputs(
                Map.of("latent", panorama, "reference", square), panorama.byteSize() + square.byteSize());
    }

    private Latent latent(int height, int width, float[] values) {
        return new Latent(1, space.channels(), height, width, space.toVae(values));
    }
}
