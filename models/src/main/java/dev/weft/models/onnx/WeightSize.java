package dev.weft.models.onnx;

/// How large the weight of a layer is, whatever its layout.
///
/// @param outputs how many outputs the layer has
/// @param inputs how many numbers one output looks at; of a convolution, channels by kernel
public record WeightSize(long outputs, long inputs) {
    @Override
    public String toString() {
        return outputs + " by " + inputs;
    }
}
