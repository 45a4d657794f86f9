package dev.weft.models.onnx;

import dev.weft.models.onnx.proto.OnnxProto.AttributeProto;
import dev.weft.models.onnx.proto.OnnxProto.GraphProto;
import dev.weft.models.onnx.proto.OnnxProto.NodeProto;
import dev.weft.models.onnx.proto.OnnxProto.TensorProto;

/// How much memory a graph's constants take once ONNX Runtime has folded them: a weight that is stored in fewer bits
/// becomes what it is computed in.
final class WeightMemory {
    private WeightMemory() {}

    static long of(GraphProto graph, boolean onProcessor) {
        long bytes = 0;
        for (TensorProto constant : graph.getInitializerList()) {
            bytes += of(constant, onProcessor);
        }
        for (NodeProto node : graph.getNodeList()) {
            for (AttributeProto attribute : node.getAttributeList()) {
                if (attribute.hasT()) {
                    bytes += of(attribute.getT(), onProcessor);
                }
            }
        }
        return bytes;
    }

    private static long of(TensorProto constant, boolean onProcessor) {
        long elements = 1;
        for (long size : constant.getDimsList()) {
            elements *= size;
        }
        boolean half =
                constant.getDataType() == OnnxType.FLOAT16.code() || constant.getDataType() == OnnxType.BFLOAT16.code();
        return elements * (half && !onProcessor ? Short.BYTES : Float.BYTES);
    }
}
