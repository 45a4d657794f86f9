package dev.weft.models.onnx;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Walks back from a Softmax to the product of queries and keys, over casts, scalar factors and added masks.
final class Logits {
    private static final Set<String> TRANSPARENT = Set.of("Cast", "Identity", "Reshape");
    private static final int LONGEST_PATH = 8;

    private final OnnxGraph graph;
    private final PartialEvaluator evaluator;

    /// @param node the product of queries (first input) and transposed keys (second input)
    /// @param scale product of the factors between it and the Softmax
    record Product(OnnxNode node, double scale) {}

    Logits(OnnxGraph graph, PartialEvaluator evaluator) {
        this.graph = graph;
        this.evaluator = evaluator;
    }

    /// The product, if all that is added to it is zero (an old way to export `baddbmm`).
    Optional<Product> behind(String value) {
        return behind(value, false);
    }

    /// The product, whatever is added to it.
    Optional<Product> behindAnyMask(String value) {
        return behind(value, true);
    }

    private Optional<Product> behind(String value, boolean anyMask) {
        String current = value;
        double scale = 1;
        for (int step = 0; step < LONGEST_PATH; step++) {
            OnnxNode node = graph.producer(current);
            if (node == null) {
                return Optional.empty();
            }
            if (node.is("MatMul")) {
                return Optional.of(new Product(node, scale));
            }
            Optional<Projection.Scaled> scaled = Projection.Scaled.of(node, evaluator);
            if (scaled.isPresent()) {
                scale *= scaled.get().factor();
                current = scaled.get().value();
            } else if (node.is("Add")) {
                Optional<String> summand = unmasked(node, anyMask);
                if (summand.isEmpty()) {
                    return Optional.empty();
                }
                current = summand.get();
            } else if (TRANSPARENT.contains(node.operator())) {
                current = node.input(0);
            } else {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<String> unmasked(OnnxNode sum, boolean anyMask) {
        for (int side = 0; side < 2; side++) {
            String rest = sum.input(1 - side);
            if (isZero(sum.input(side), 0) || (anyMask && behind(rest, false).isPresent())) {
                return Optional.of(rest);
            }
        }
        return Optional.empty();
    }

    private boolean isZero(String value, int depth) {
        OptionalDouble scalar = evaluator.scalar(value);
        if (scalar.isPresent()) {
            return scalar.getAsDouble() == 0;
        }
        OnnxNode node = graph.producer(value);
        if (node == null || depth > LONGEST_PATH) {
            return false;
        }
        return switch (node.operator()) {
            case "ConstantOfShape" -> fill(node) == 0;
            case "Mul" -> isZero(node.input(0), depth + 1) || isZero(node.input(1), depth + 1);
            case "Cast", "Identity", "Reshape", "Expand", "Unsqueeze" -> isZero(node.input(0), depth + 1);
            default -> false;
        };
    }

    private static double fill(OnnxNode node) {
        return Optional.ofNullable(node.attribute("value"))
                .flatMap(attribute -> Constants.numbers(attribute.getT()))
                .map(numbers -> numbers[0])
                .orElse(0.0);
    }
}
