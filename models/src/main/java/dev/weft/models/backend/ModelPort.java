package dev.weft.models.backend;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/// An input or output as the model file declares it.
///
/// @param name its name in the graph
/// @param type its element type
/// @param dimensions its sizes, -1 where any size is allowed; empty for a scalar
public record ModelPort(String name, OnnxJavaType type, List<Long> dimensions) {
    static ModelPort of(String name, TensorInfo info) {
        return new ModelPort(
                name, info.type, LongStream.of(info.getShape()).boxed().toList());
    }

    /// The number of dimensions, 0 for a scalar.
    public int rank() {
        return dimensions.size();
    }

    /// The size of one dimension if the file fixes it; empty too if there is no such dimension.
    public OptionalLong fixed(int dimension) {
        return dimension < rank() && dimensions.get(dimension) >= 0
                ? OptionalLong.of(dimensions.get(dimension))
                : OptionalLong.empty();
    }
}
