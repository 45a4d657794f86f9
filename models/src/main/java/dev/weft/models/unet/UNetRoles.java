package dev.weft.models.unet;

import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.ModelPort;
import dev.weft.models.backend.ModelSession;
import dev.weft.models.backend.PortNames;
import dev.weft.models.control.LatentRows;
import dev.weft.models.onnx.ResidualPorts;
import dev.weft.models.onnx.RewrittenModel;
import dev.weft.models.text.Conditioning;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Which input and output of a U-Net plays which part, found by the names that exporters use.
///
/// @param sample the noisy latents `[rows, channels, height, width]`
/// @param timestep the timestep: a scalar, one number, or one a row
/// @param text the encoded prompts `[rows, tokens, width]`
/// @param pooled the pooled prompts `[rows, width]` of Stable Diffusion XL
/// @param timeIds picture sizes and crop `[rows, 6]` of Stable Diffusion XL
/// @param reference which row refers to which, of a rewritten graph
/// @param scale factor on the reference's keys, of a rewritten graph
/// @param shift addend to the reference's logits, of a rewritten graph
/// @param share how much of each reference's statistics a row takes, of a rewritten graph
/// @param groups into how many groups rows are joined, of a rewritten graph
/// @param residuals what ControlNets give, in the order of the network; none if the graph takes none
/// @param output the prediction, shaped as `sample`
record UNetRoles(
        ModelPort sample,
        ModelPort timestep,
        ModelPort text,
        Optional<ModelPort> pooled,
        Optional<ModelPort> timeIds,
        Optional<ModelPort> reference,
        Optional<ModelPort> scale,
        Optional<ModelPort> shift,
        Optional<ModelPort> share,
        Optional<ModelPort> groups,
        List<ModelPort> residuals,
        String output) {
    private static final List<String> OUTPUT = List.of("out_sample", "noise_pred", "latent", "sample");

    UNetRoles {
        residuals = List.copyOf(residuals);
    }

    static UNetRoles of(ModelSession session) {
        UNetRoles roles = new UNetRoles(
                required(session, PortNames.SAMPLE),
                required(session, PortNames.TIMESTEP),
                required(session, PortNames.TEXT),
                find(session, PortNames.POOLED),
                find(session, PortNames.TIME_IDS),
                find(session, List.of(RewrittenModel.REFERENCE_INDEX)),
                find(session, List.of(RewrittenModel.STYLE_SCALE)),
                find(session, List.of(RewrittenModel.STYLE_SHIFT)),
                find(session, List.of(RewrittenModel.STYLE_SHARE)),
                find(session, List.of(RewrittenModel.ATTENTION_GROUPS)),
                residuals(session),
                OUTPUT.stream()
                        .filter(session.outputs()::containsKey)
                        .findFirst()
                        .orElse(session.outputs().keySet().iterator().next()));
        roles.requireAllKnown(session);
        return roles;
    }

    private static List<ModelPort> residuals(ModelSession session) {
        return ResidualPorts.among(session.inputs().keySet())
                .map(names -> names.inOrder().stream()
                        .flatMap(name -> Optional.ofNullable(session.inputs().get(name)).stream())
                        .toList())
                .orElse(List.of());
    }

    private static Optional<ModelPort> find(ModelSession session, List<String> names) {
        for (String name : names) {
            ModelPort port = session.inputs().get(name);
            if (port != null) {
                return Optional.of(port);
            }
        }
        return Optional.empty();
    }

    private static ModelPort required(ModelSession session, List<String> names) {
        return find(session, names)
                .orElseThrow(
                        () -> new ModelException("The model " + session.name() + " has no input " + names.getFirst()
                                + ", so it is no U-Net that Weft can run; check that unet/ holds the U-Net."));
    }

    /// How many rows a call has to have, if the file fixes it.
    OptionalLong fixedRows() {
        return sample.fixed(0);
    }

    /// Makes sure that latents and prompts have the sizes that the file fixes.
    ///
    /// @param name what the U-Net is called in messages
    /// @throws ModelException with a sentence for the user if one has another
    void requireShape(String name, LatentRows latents) {
        Conditioning prompts = latents.text();
        requireSize(name, "latents with channels", sample.fixed(1), latents.channels());
        requireSize(name, "latents of height", sample.fixed(2), latents.height());
        requireSize(name, "latents of width", sample.fixed(3), latents.width());
        requireSize(name, "prompts with tokens", text.fixed(1), prompts.tokens());
        requireSize(name, "prompts of width", text.fixed(2), prompts.width());
        if (pooled.isPresent() && prompts.pooled().isEmpty()) {
            throw new ModelException("The U-Net " + name
                    + " wants pooled prompts, which this text encoder does not give; use the text encoder of the same"
                    + " model.");
        }
    }

    private static void requireSize(String name, String what, OptionalLong fixed, int given) {
        if (fixed.isPresent() && fixed.getAsLong() != given) {
            throw new ModelException("The U-Net " + name + " takes only " + what + " " + fixed.getAsLong() + ", but "
                    + given + " was given; change the workflow, or export the model with free sizes.");
        }
    }

    private void requireAllKnown(ModelSession session) {
        Set<String> unknown = new LinkedHashSet<>(session.inputs().keySet());
        List.of(sample, timestep, text).forEach(port -> unknown.remove(port.name()));
        List.of(pooled, timeIds, reference, scale, shift, share, groups)
                .forEach(port -> port.ifPresent(known -> unknown.remove(known.name())));
        residuals.forEach(port -> unknown.remove(port.name()));
        if (!unknown.isEmpty()) {
            throw new ModelException("The U-Net " + session.name() + " takes the input "
                    + unknown.iterator().next()
                    + ", which Weft cannot give; use a U-Net that was exported without it.");
        }
    }
}
