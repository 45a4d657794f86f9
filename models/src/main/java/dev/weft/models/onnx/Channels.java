package dev.weft.models.onnx;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Tells how many channels an activation `[B, C, H, W]` has by following it back to the convolution that made it.
final class Channels {
    private static final int LONGEST_PATH = 32;
    private static final Set<String> KEEPING = Set.of("Cast", "Identity", "Div", "Mul");

    private final OnnxGraph graph;
    private final PartialEvaluator evaluator;

    Channels(OnnxGraph graph) {
        this.graph = graph;
        this.evaluator = new PartialEvaluator(graph);
    }

    /// The number of channels, if it is known.
    OptionalLong of(String value) {
        return of(value, LONGEST_PATH);
    }

    private OptionalLong of(String value, int furthest) {
        OnnxNode node = graph.producer(value);
        if (node == null || furthest == 0) {
            return OptionalLong.empty();
        }
        if (node.is("Conv")) {
            Optional<long[]> weight = evaluator.shape(node.input(1));
            return weight.isPresent() && weight.get().length > 0 && weight.get()[0] > 0
                    ? OptionalLong.of(weight.get()[0])
                    : OptionalLong.empty();
        }
        if (node.is("Add")) {
            // A residual connection: both operands have as many channels, but one may come out of an attention.
            OptionalLong first = of(node.input(0), furthest - 1);
            return first.isPresent() ? first : of(node.input(1), furthest - 1);
        }
        return KEEPING.contains(node.operator()) ? of(node.input(0), furthest - 1) : OptionalLong.empty();
    }
}
