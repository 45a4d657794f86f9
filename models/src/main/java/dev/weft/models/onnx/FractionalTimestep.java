package dev.weft.models.onnx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Lets a U-Net take timesteps between two whole ones, as most schedules of diffusers ask for.
///
/// Exporters like to declare the timestep as an integer although the first thing that happens to it is a conversion to
/// floating point. The input is declared as float32 instead where nothing but changes of shape lie before that
/// conversion; any other graph stays as it is and is fed rounded timesteps.
final class FractionalTimestep {
    private static final Set<String> NAMES = Set.of("timestep", "timesteps", "t");
    private static final Set<String> SHAPE_CHANGES =
            Set.of("Identity", "Unsqueeze", "Squeeze", "Expand", "Reshape", "Flatten");
    private static final Set<OnnxType> INTEGERS = Set.of(OnnxType.INT64, OnnxType.INT32);
    private static final Set<OnnxType> FLOATS = Set.of(OnnxType.FLOAT, OnnxType.FLOAT16, OnnxType.DOUBLE);

    private FractionalTimestep() {}

    /// Changes the graph if it can be changed.
    ///
    /// @param inputs the model's inputs
    /// @return the inputs as the graph declares them afterwards
    static List<TensorInfo> apply(OnnxGraph graph, List<TensorInfo> inputs) {
        for (TensorInfo input : inputs) {
            Set<String> values = new LinkedHashSet<>();
            if (isWholeTimestep(input) && becomesFloat(graph, input.name(), values)) {
                graph.retype(input.name(), OnnxType.FLOAT, values);
                return declared(inputs, true);
            }
        }
        return inputs;
    }

    /// The inputs with a timestep of float32 in place of an integer, if the graph was changed.
    static List<TensorInfo> declared(List<TensorInfo> inputs, boolean changed) {
        return inputs.stream()
                .map(input -> changed && isWholeTimestep(input)
                        ? new TensorInfo(input.name(), OnnxType.FLOAT, input.shape())
                        : input)
                .toList();
    }

    private static boolean isWholeTimestep(TensorInfo input) {
        return NAMES.contains(input.name()) && INTEGERS.contains(input.elementType());
    }

    /// Whether every use of the timestep ends in a conversion to floating point; collects the values before it.
    private static boolean becomesFloat(OnnxGraph graph, String timestep, Set<String> values) {
        Deque<String> open = new ArrayDeque<>(List.of(timestep));
        while (!open.isEmpty()) {
            String value = open.pop();
            if (!values.add(value)) {
                continue;
            }
            if (graph.isOutput(value)) {
                return false;
            }
            for (OnnxNode user : graph.consumers(value)) {
                if (SHAPE_CHANGES.stream().anyMatch(user::is) && user.inputs().lastIndexOf(value) == 0) {
                    open.addAll(user.outputs());
                } else if (!user.is("Shape") && !isCastToFloat(user)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isCastToFloat(OnnxNode node) {
        return node.is("Cast")
                && OnnxType.ofCode((int) node.integer("to", 0))
                        .filter(FLOATS::contains)
                        .isPresent();
    }
}
