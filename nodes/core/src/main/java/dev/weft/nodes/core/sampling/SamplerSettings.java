package dev.weft.nodes.core.sampling;

import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.graph.types.TypeRule.Mismatch;
import dev.weft.models.sampling.SamplerName;
import dev.weft.models.sampling.Sampling;
import dev.weft.models.sampling.ScheduleName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The parameters that sampler nodes have.
///
/// @param seed what noise the pictures grow from
/// @param steps how many steps
/// @param cfg classifier-free guidance; 1 follows the positive prompt alone
/// @param sampler the step rule
/// @param schedule the noise levels
/// @param denoise how much of the way to go; 1 is all of it
public record SamplerSettings(
        long seed, int steps, double cfg, SamplerName sampler, ScheduleName schedule, double denoise) {
    private static final int MOST_STEPS = 1000;
    private static final double MOST_GUIDANCE = 100;

    /// The declarations for a node that begins with a latent, in the order in which people see them.
    public static List<Parameter> parameters() {
        return Stream.concat(
                        fromNoise().stream(),
                        Stream.of(
                                new Parameter.Decimal(
                                        "denoise",
                                        1,
                                        0,
                                        1,
                                        "How much of the way to go: 1 draws anew, less keeps more of the latent that is linked.")))
                .toList();
    }

    /// The declarations for a node that begins with nothing but noise, and so has no `denoise`.
    public static List<Parameter> fromNoise() {
        return List.of(
                new Parameter.Seed("seed", 0, "Which noise the pictures grow from; the same seed, the same pictures."),
                new Parameter.Whole("steps", 20, 1, MOST_STEPS, "How many steps to take; more is slower and finer."),
                new Parameter.Decimal(
                        "cfg",
                        7.5,
                        0,
                        MOST_GUIDANCE,
                        "Guidance: how far to go towards the positive and away from the negative prompt."),
                new Parameter.Choice(
                        "sampler",
                        SamplerName.DDIM.id(),
                        Arrays.stream(SamplerName.values()).map(SamplerName::id).toList(),
                        "The step rule."),
                new Parameter.Choice(
                        "scheduler",
                        ScheduleName.DIFFUSERS.id(),
                        Arrays.stream(ScheduleName.values())
                                .map(ScheduleName::id)
                                .toList(),
                        "The noise levels: two of diffusers, then those of ComfyUI."));
    }

    /// Reads a node's values; `denoise` is 1 where it has no such parameter.
    public static SamplerSettings of(ParameterValues values) {
        return new SamplerSettings(
                values.whole("seed"),
                values.integer("steps"),
                values.decimal("cfg"),
                SamplerName.named(values.text("sampler")).orElseThrow(),
                ScheduleName.named(values.text("scheduler")).orElseThrow(),
                values.asMap().containsKey("denoise") ? values.decimal("denoise") : 1);
    }

    /// What is wrong if the sampler cannot follow the schedule.
    public Optional<Mismatch> mismatch() {
        return Sampling.incompatibility(sampler, schedule)
                .map(_ -> new Mismatch(
                        "scheduler",
                        "the sampler " + sampler.id() + " cannot follow the schedule " + schedule.id(),
                        "choose the scheduler diffusers or another sampler"));
    }
}
