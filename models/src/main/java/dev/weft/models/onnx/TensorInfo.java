package dev.weft.models.onnx;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A model input or output: its name, element type and shape.
///
/// @param name as the model file has it
/// @param elementType type of the elements
/// @param shape one entry a dimension; empty for a scalar
public record TensorInfo(String name, OnnxType elementType, List<Dimension> shape) {
    public TensorInfo {
        shape = List.copyOf(shape);
    }

    /// Number of dimensions; 0 for a scalar.
    public int rank() {
        return shape.size();
    }

    @Override
    public String toString() {
        return name + " " + elementType.name().toLowerCase(Locale.ROOT)
                + shape.stream().map(Dimension::toString).collect(Collectors.joining(", ", " [", "]"));
    }
}
