package dev.weft.models.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Where an operand of attention comes from: a linear layer, followed by changes of layout and constant factors.
///
/// @param value output of the linear layer, bias included
/// @param tokens what the layer projects, without Identity and Cast before it
/// @param scale product of the factors on the way
/// @param path nodes on the way, nearest to the attention first
record Projection(String value, String tokens, double scale, List<OnnxNode> path) {
    private static final Set<String> LAYOUT =
            Set.of("Transpose", "Reshape", "Cast", "Identity", "Squeeze", "Unsqueeze", "Dropout");
    private static final int LONGEST_PATH = 32;

    /// Walks back from an operand to the linear layer behind it; nothing if there is none, or if a factor on the
    /// way is not a known number.
    static Optional<Projection> behind(String operand, OnnxGraph graph, PartialEvaluator evaluator) {
        Constants constants = new Constants(graph);
        List<OnnxNode> path = new ArrayList<>();
        String current = operand;
        double scale = 1;
        for (int step = 0; step < LONGEST_PATH; step++) {
            OnnxNode node = graph.producer(current);
            if (node == null) {
                return Optional.empty();
            }
            Optional<String> tokens = projected(node, graph, constants, evaluator);
            if (tokens.isPresent()) {
                return Optional.of(new Projection(current, stripped(tokens.get(), graph), scale, List.copyOf(path)));
            }
            Optional<Scaled> scaled = Scaled.of(node, evaluator);
            if (scaled.isPresent()) {
                scale *= scaled.get().factor();
                current = scaled.get().value();
            } else if (LAYOUT.contains(node.operator())) {
                current = node.input(0);
            } else {
                return Optional.empty();
            }
            path.add(node);
        }
        return Optional.empty();
    }

    /// A product or quotient of a value and a known number.
    record Scaled(String value, double factor) {
        static Optional<Scaled> of(OnnxNode node, PartialEvaluator evaluator) {
            boolean product = node.is("Mul");
            if (!product && !node.is("Div")) {
                return Optional.empty();
            }
            OptionalDouble right = evaluator.scalar(node.input(1));
            if (right.isPresent()) {
                double factor = product ? right.getAsDouble() : 1 / right.getAsDouble();
                return Optional.of(new Scaled(node.input(0), factor));
            }
            OptionalDouble left = evaluator.scalar(node.input(0));
            return product && left.isPresent()
                    ? Optional.of(new Scaled(node.input(1), left.getAsDouble()))
                    : Optional.empty();
        }
    }

    /// A value without the Identity and Cast nodes that it came through.
    static String stripped(String value, OnnxGraph graph) {
        String current = value;
        OnnxNode node = graph.producer(current);
        while (node != null && (node.is("Identity") || node.is("Cast"))) {
            current = node.input(0);
            node = graph.producer(current);
        }
        return current;
    }

    /// What a node projects, if it is a product with a constant matrix, or the bias added to one.
    private static Optional<String> projected(
            OnnxNode node, OnnxGraph graph, Constants constants, PartialEvaluator evaluator) {
        if (node.is("MatMul")) {
            String weight = node.input(1);
            boolean matrix =
                    evaluator.shape(weight).filter(shape -> shape.length == 2).isPresent();
            return matrix && constants.isConstant(weight) ? Optional.of(node.input(0)) : Optional.empty();
        }
        if (node.isContrib("MatMulNBits")) {
            return Optional.of(node.input(0));
        }
        if (node.is("Add")) {
            for (int side = 0; side < 2; side++) {
                OnnxNode product = graph.producer(node.input(1 - side));
                boolean bias = constants.isConstant(node.input(side))
                        && evaluator
                                .shape(node.input(side))
                                .filter(shape -> shape.length == 1)
                                .isPresent();
                if (bias && product != null && !product.is("Add")) {
                    return projected(product, graph, constants, evaluator);
                }
            }
        }
        return Optional.empty();
    }
}
