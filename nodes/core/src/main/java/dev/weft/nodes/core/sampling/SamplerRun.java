package dev.weft.nodes.core.sampling;

import dev.weft.models.backend.StopSignal;
import dev.weft.models.sampling.Denoiser;
import dev.weft.models.sampling.Sampling;
import dev.weft.models.sampling.SamplingRequest;
import dev.weft.models.style.Style;
import dev.weft.models.style.StyleRecorder;
import dev.weft.models.unet.AlignmentSchedule;
import dev.weft.models.unet.GuidedDenoiser;
import dev.weft.models.unet.PinnedRows;
import dev.weft.models.unet.Reference;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Runs a sampler node.
public final class SamplerRun {
    private final SamplerInputs given;
    private final SamplingRequest request;
    private final NodeContext context;
    private final StopSignal stop;

    private SamplerRun(SamplerInputs given, NodeContext context, StopSignal stop) {
        this.given = given;
        this.request = given.request();
        this.context = context;
        this.stop = stop;
    }

    /// Samples what the inputs and parameters of [SamplerNode] ask for, each picture for itself.
    ///
    /// @throws NodeException with a sentence for the user if inputs do not fit together or a model fails
    public static NodeOutputs of(NodeInputs inputs, NodeContext context) throws NodeException {
        SamplerInputs given = SamplerInputs.of(inputs);
        return inside(given, context, SamplerRun::plain);
    }

    /// Samples what the inputs and parameters of [SamplerNode] ask for, with pictures that share a style.
    ///
    /// @param schedule how they share it; its references are those of a run without `style`
    /// @param style references that were recorded before, in place of the schedule's
    /// @param includedRow the picture, counted from 0, whose place the style's first reference takes; empty
    ///     puts all references beside the batch
    /// @return the pictures as `latent`, and as `style` the references that they took their style from
    /// @throws NodeException with a sentence for the user if inputs do not fit together or a model fails
    public static NodeOutputs aligned(
            NodeInputs inputs,
            NodeContext context,
            AlignmentSchedule schedule,
            Optional<Style> style,
            OptionalInt includedRow)
            throws NodeException {
        SamplerInputs given = SamplerInputs.of(inputs);
        if (style.isPresent()) {
            Style known = style.get();
            StyleInput.requireFew(schedule, known);
            return inside(given, context, run -> run.styled(schedule, known, includedRow));
        }
        return inside(given, context, run -> run.recorded(schedule));
    }

    /// One way to run, inside a node that may be stopped.
    @FunctionalInterface
    private interface Kind {
        NodeOutputs run(SamplerRun run) throws NodeException;
    }

    private static NodeOutputs inside(SamplerInputs given, NodeContext context, Kind kind) throws NodeException {
        return ModelRun.in(context, stop -> {
            try {
                return kind.run(new SamplerRun(given, context, stop));
            } catch (IllegalArgumentException e) {
                // Samplers and guidance say so, in a sentence, when what they are given does not fit.
                throw NodeException.of(e);
            }
        });
    }

    private NodeOutputs plain() {
        Latent latent = given.latent(sample(denoiser(PinnedRows.none(batch()), Optional.empty())));
        return NodeOutputs.of("latent", latent, latent.byteSize());
    }

    private NodeOutputs styled(AlignmentSchedule schedule, Style style, OptionalInt includedRow) throws NodeException {
        StyleInput.require(
                style, given.models(), given.start().height(), given.start().width(), request);
        PinnedRows pinned = PinnedRows.of(style, batch(), includedRow);
        float[] result = sample(denoiser(pinned, Optional.of(schedule)));
        pinned.settle(result);
        return outputs(given.latent(result), Optional.of(style));
    }

    private NodeOutputs recorded(AlignmentSchedule schedule) {
        StyleRecorder recorder = new StyleRecorder(
                denoiser(PinnedRows.none(batch()), Optional.of(schedule)),
                batch(),
                schedule.references().stream().map(Reference::row).toList());
        float[] result = sample(recorder);
        return outputs(given.latent(result), StyleOutput.of(given, schedule.references(), recorder, result));
    }

    private static NodeOutputs outputs(Latent latent, Optional<Style> style) {
        Map<String, Object> values = new HashMap<>(Map.of("latent", latent));
        style.ifPresent(references -> values.put("style", references));
        return new NodeOutputs(
                values, latent.byteSize() + style.map(Style::byteSize).orElse(0L));
    }

    private int batch() {
        return given.start().batch();
    }

    private GuidedDenoiser denoiser(PinnedRows pinned, Optional<AlignmentSchedule> alignment) {
        return new GuidedDenoiser(
                given.models().unet(),
                pinned,
                given.start().height(),
                given.start().width(),
                given.guidance(),
                alignment,
                Sampling.steps(request),
                stop);
    }

    private float[] sample(Denoiser denoiser) {
        context.progress(0, Sampling.steps(request));
        return Sampling.run(request, denoiser, (step, all, _) -> {
            stop.throwIfStopped();
            context.progress(step, all);
        });
    }
}
