package dev.weft.models.unet;

import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.ModelInput;
import dev.weft.models.backend.ModelPort;
import dev.weft.models.control.Residuals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Feeds residuals to the inputs of a U-Net that are meant for them.
final class ControlledCall {
    private ControlledCall() {}

    /// The shape of each input. Without residuals a single zero is enough, which broadcasts, unless the file fixes the
    /// sizes.
    ///
    /// @param ports the inputs in the order of the network
    static Map<ModelPort, long[]> shapes(List<ModelPort> ports, long rows, Optional<Residuals> residuals) {
        Map<ModelPort, long[]> shapes = new LinkedHashMap<>();
        for (int i = 0; i < ports.size(); i++) {
            ModelPort port = ports.get(i);
            long[] shape = {1, 1, 1, 1};
            if (residuals.isPresent()) {
                Residuals.Tensor tensor = residuals.get().tensors().get(i);
                shape = new long[] {rows, tensor.channels(), tensor.height(), tensor.width()};
            } else {
                for (int axis = 0; axis < shape.length; axis++) {
                    shape[axis] = port.fixed(axis).orElse(1);
                }
            }
            shapes.put(port, shape);
        }
        return shapes;
    }

    /// @param unet the U-Net's name for messages
    /// @throws ModelException with a sentence for the user if the residuals are those of another model
    static void requireFitting(String unet, List<ModelPort> ports, Residuals residuals) {
        if (ports.size() != residuals.tensors().size()) {
            throw new ModelException("The ControlNet " + residuals.net() + " steers "
                    + residuals.tensors().size() + " places of a U-Net, but " + unet + " has " + ports.size()
                    + "; use a ControlNet of this model.");
        }
        for (int i = 0; i < ports.size(); i++) {
            OptionalLong wanted = ports.get(i).fixed(1);
            int given = residuals.tensors().get(i).channels();
            if (wanted.isPresent() && wanted.getAsLong() != given) {
                throw new ModelException("The ControlNet " + residuals.net() + " gives " + given
                        + " channels where the U-Net " + unet + " has " + wanted.getAsLong()
                        + "; use a ControlNet of this model.");
            }
        }
    }

    /// Copies residuals to the inputs.
    static void put(Residuals residuals, List<ModelPort> ports, Map<String, ModelInput> inputs) {
        for (int i = 0; i < ports.size(); i++) {
            ModelInput input = inputs.get(ports.get(i).name());
            if (input != null) {
                input.put(residuals.tensors().get(i).values());
            }
        }
    }
}
