package dev.weft.nodes.core.sampling;

import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.models.sampling.SamplerName;
import dev.weft.models.sampling.ScheduleName;
import java.util.Arrays;
import java.util.List;

/// The parameters that every sampler node has.
///
/// @param seed what noise the pictures grow from
/// @param steps how many steps
/// @param cfg classifier-free guidance; 1 follows the positive prompt alone
/// @param sampler the step rule
/// @param schedule the noise levels
/// @param denoise how much of the way to go; 1 is all of it
record SamplerSettings(long seed, int steps, double cfg, SamplerName sampler, ScheduleName schedule, double denoise) {
    private static final int MOST_STEPS = 1000;
    private static final double MOST_GUIDANCE = 100;

    /// The declarations, in the order in which people see them.
    static List<Parameter> parameters() {
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
                        "The noise levels: two of diffusers, then those of ComfyUI."),
                new Parameter.Decimal(
                        "denoise",
                        1,
                        0,
                        1,
                        "How much of the way to go: 1 draws anew, less keeps more of the latent that is linked."));
    }

    /// Reads a node's values.
    static SamplerSettings of(ParameterValues values) {
        return new SamplerSettings(
                values.whole("seed"),
                values.integer("steps"),
                values.decimal("cfg"),
                SamplerName.named(values.text("sampler")).orElseThrow(),
                ScheduleName.named(values.text("scheduler")).orElseThrow(),
                values.decimal("denoise"));
    }
}
