package dev.weft.models.control;

import dev.weft.models.backend.PortNames;
import dev.weft.models.onnx.InvalidModelException;
import dev.weft.models.onnx.OnnxModel;
import dev.weft.models.onnx.ResidualPorts;
import dev.weft.models.onnx.TensorInfo;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which input and output of a ControlNet plays which part, by name.
///
/// @param sample the noisy latents
/// @param timestep the timestep
/// @param text the encoded prompts
/// @param picture what the ControlNet looks at, `[rows, 3, height, width]` in pixels
/// @param scale a factor on all residuals, which is left at 1, because several strengths may share one call
/// @param pooled the pooled prompts of Stable Diffusion XL
/// @param timeIds picture sizes and crop of Stable Diffusion XL
/// @param residuals the outputs in the order of the network
record ControlRoles(
        String sample,
        String timestep,
        String text,
        String picture,
        Optional<String> scale,
        Optional<String> pooled,
        Optional<String> timeIds,
        List<String> residuals) {
    private static final List<String> PICTURE =
            List.of("controlnet_cond", "control_cond", "controlnet_condition", "controlnet_image", "image", "hint");
    private static final List<String> SCALE = List.of("conditioning_scale", "controlnet_scale", "scale");
    private static final String OTHER_MODEL = "; choose the ONNX export of a ControlNet.";

    ControlRoles {
        residuals = List.copyOf(residuals);
    }

    /// @throws InvalidModelException if the model is no ControlNet, or one that cannot be fed
    static ControlRoles of(OnnxModel model) throws InvalidModelException {
        Set<String> inputs = new LinkedHashSet<>();
        model.inputs().forEach(input -> inputs.add(input.name()));
        Optional<ResidualPorts> residuals = ResidualPorts.among(
                model.outputs().stream().map(TensorInfo::name).toList());
        Optional<String> picture = take(inputs, PICTURE);
        if (picture.isEmpty() || residuals.isEmpty()) {
            throw new InvalidModelException("The model " + model.file() + " is no ControlNet, because it "
                    + (picture.isEmpty() ? "takes no picture" : "gives no residuals") + OTHER_MODEL);
        }
        ControlRoles roles = new ControlRoles(
                required(model, inputs, PortNames.SAMPLE),
                required(model, inputs, PortNames.TIMESTEP),
                required(model, inputs, PortNames.TEXT),
                picture.get(),
                take(inputs, SCALE),
                take(inputs, PortNames.POOLED),
                take(inputs, PortNames.TIME_IDS),
                residuals.get().inOrder());
        if (!inputs.isEmpty()) {
            throw new InvalidModelException("The ControlNet " + model.file() + " takes the input "
                    + inputs.iterator().next()
                    + ", which Weft cannot give; use a ControlNet that was exported without it.");
        }
        return roles;
    }

    private static String required(OnnxModel model, Set<String> inputs, List<String> names)
            throws InvalidModelException {
        Optional<String> found = take(inputs, names);
        if (found.isEmpty()) {
            throw new InvalidModelException("The model " + model.file() + " has no input " + names.getFirst()
                    + ", so it is no ControlNet that Weft can run" + OTHER_MODEL);
        }
        return found.get();
    }

    private static Optional<String> take(Set<String> inputs, List<String> names) {
        return names.stream().filter(inputs::remove).findFirst();
    }
}
