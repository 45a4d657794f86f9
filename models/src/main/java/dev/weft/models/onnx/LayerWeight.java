package dev.weft.models.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The constant weight of a linear layer or convolution, as its node uses it.
///
/// @param node the node
/// @param inputsFirst whether the weight is `[inputs, outputs]`; otherwise it is `[outputs, inputs…]`
/// @param shape the weight's shape
/// @param type the weight's element type
record LayerWeight(OnnxNode node, boolean inputsFirst, List<Long> shape, OnnxType type) {
    static final int INPUT = 1;

    private static final Set<OnnxType> FLOATS = Set.of(OnnxType.FLOAT, OnnxType.FLOAT16, OnnxType.BFLOAT16);
    private static final int MATRIX = 2;
    private static final int SMALLEST_KERNEL = 3;

    /// The weight of a node; nothing if it has none that could be added to.
    static Optional<LayerWeight> of(OnnxNode node, Constants constants, PartialEvaluator evaluator, ValueTypes types) {
        boolean convolution = node.is("Conv");
        if (!convolution && !node.is("MatMul") && !node.is("Gemm")) {
            return Optional.empty();
        }
        String weight = node.input(INPUT);
        Optional<OnnxType> type = types.of(weight).filter(FLOATS::contains);
        Optional<long[]> shape = evaluator.shape(weight);
        if (type.isEmpty() || shape.isEmpty() || !constants.isConstant(weight)) {
            return Optional.empty();
        }
        List<Long> sizes = Arrays.stream(shape.get()).boxed().toList();
        boolean rank = convolution ? sizes.size() >= SMALLEST_KERNEL : sizes.size() == MATRIX;
        if (!rank || sizes.contains(PartialEvaluator.UNKNOWN)) {
            return Optional.empty();
        }
        boolean inputsFirst = node.is("MatMul") || (node.is("Gemm") && node.integer("transB", 0) == 0);
        return Optional.of(new LayerWeight(node, inputsFirst, sizes, type.get()));
    }

    WeightSize size() {
        long outputs = shape.get(inputsFirst ? 1 : 0);
        return new WeightSize(outputs, shape.stream().reduce(1L, (a, b) -> a * b) / Math.max(1, outputs));
    }
}
