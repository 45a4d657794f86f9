package dev.weft.models.onnx;

import dev.weft.models.onnx.proto.OnnxProto.GraphProto;
import dev.weft.models.onnx.proto.OnnxProto.TensorProto;
import dev.weft.models.onnx.proto.OnnxProto.TensorShapeProto;
import dev.weft.models.onnx.proto.OnnxProto.TypeProto;
import dev.weft.models.onnx.proto.OnnxProto.ValueInfoProto;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads what a graph says about its inputs and outputs.
final class TensorInfos {
    private TensorInfos() {}

    /// Inputs without default; old files list their constants among the inputs too.
    static List<TensorInfo> ofInputs(Path file, GraphProto graph) throws InvalidModelException {
        Set<String> constants = new HashSet<>();
        for (TensorProto constant : graph.getInitializerList()) {
            constants.add(constant.getName());
        }
        List<TensorInfo> infos = new ArrayList<>();
        for (ValueInfoProto value : graph.getInputList()) {
            if (!constants.contains(value.getName())) {
                infos.add(of(file, "input", value));
            }
        }
        return List.copyOf(infos);
    }

    static List<TensorInfo> ofOutputs(Path file, GraphProto graph) throws InvalidModelException {
        List<TensorInfo> infos = new ArrayList<>();
        for (ValueInfoProto value : graph.getOutputList()) {
            infos.add(of(file, "output", value));
        }
        return List.copyOf(infos);
    }

    private static TensorInfo of(Path file, String role, ValueInfoProto value) throws InvalidModelException {
        TypeProto.Tensor type = value.getType().getTensorType();
        OnnxType elementType = OnnxType.ofCode(type.getElemType())
                .orElseThrow(() -> new InvalidModelException("The model file " + file + " has the " + role + " '"
                        + value.getName() + "' without a tensor type that Weft knows; export the model again."));
        List<Dimension> shape = new ArrayList<>();
        for (TensorShapeProto.Dimension dimension : type.getShape().getDimList()) {
            if (!dimension.hasDimValue()) {
                shape.add(new Dimension.Symbolic(dimension.getDimParam()));
            } else if (dimension.getDimValue() < 0) {
                shape.add(new Dimension.Symbolic(""));
            } else {
                shape.add(new Dimension.Fixed(dimension.getDimValue()));
            }
        }
        return new TensorInfo(value.getName(), elementType, shape);
    }
}
