package dev.weft.models.lora;

import dev.weft.models.onnx.LowRankUpdate;
import dev.weft.models.onnx.ModuleName;
import dev.weft.models.onnx.WeightSize;
import dev.weft.models.safetensors.SafetensorsException;
import dev.weft.models.safetensors.SafetensorsTensor;

/// What a LoRA adds to one layer. The numbers stay in the file until they are asked for.
///
/// @param part the network
/// @param name the layer as the file spells it
/// @param module the layer as networks are compared
/// @param down `[rank, inputs]` or `[rank, channels, height, width]`
/// @param up `[outputs, rank]` or `[outputs, rank, 1, 1]`
/// @param scale factor on the product of both: alpha by rank
record LoraLayer(
        LoraPart part, String name, ModuleName module, SafetensorsTensor down, SafetensorsTensor up, double scale) {
    int rank() {
        return Math.toIntExact(down.shape()[0]);
    }

    WeightSize size() {
        return new WeightSize(up.shape()[0], down.count() / rank());
    }

    /// The addend to the weight of the layer that a model calls `target`.
    LowRankUpdate update(ModuleName target, double strength) throws LoraException {
        try {
            float[] scaled = up.floats();
            float factor = (float) (scale * strength);
            for (int index = 0; index < scaled.length; index++) {
                scaled[index] *= factor;
            }
            return new LowRankUpdate(target, rank(), down.floats(), scaled);
        } catch (SafetensorsException e) {
            throw new LoraException(String.valueOf(e.getMessage()), e);
        }
    }
}
