package dev.weft.models.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Finds group norms as exporters write them: a Reshape to one line a group, an InstanceNormalization that
/// neither scales nor shifts, a Reshape back, then a factor and an addend of each channel.
final class GroupNormDetector {
    private static final int LONGEST_PATH = 4;

    private final OnnxGraph graph;
    private final PartialEvaluator evaluator;
    private final Constants constants;

    GroupNormDetector(OnnxGraph graph, PartialEvaluator evaluator) {
        this.graph = graph;
        this.evaluator = evaluator;
        this.constants = new Constants(graph);
    }

    /// All group norms in the order of the nodes.
    List<GroupNormPattern> find() {
        List<GroupNormPattern> found = new ArrayList<>();
        for (OnnxNode node : new NeededNodes(graph).nodes()) {
            if (node.is("InstanceNormalization")) {
                groupNorm(node).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<GroupNormPattern> groupNorm(OnnxNode norm) {
        OnnxNode grouping = graph.producer(Projection.stripped(norm.input(0), graph));
        if (grouping == null || !grouping.is("Reshape")) {
            return Optional.empty();
        }
        Optional<double[]> target = evaluator.vector(grouping.input(1));
        if (target.isEmpty() || target.get().length != 3 || !(target.get()[1] > 0)) {
            return Optional.empty();
        }
        int groups = (int) target.get()[1];
        if (!allEqual(norm.input(1), groups, 1) || !allEqual(norm.input(2), groups, 0)) {
            return Optional.empty();
        }
        Optional<OnnxNode> back = follower(norm, "Reshape");
        Optional<OnnxNode> factor = back.flatMap(node -> follower(node, "Mul"));
        Optional<OnnxNode> addend = factor.flatMap(node -> follower(node, "Add"));
        if (addend.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> gamma = constantInput(factor.get());
        Optional<String> beta = constantInput(addend.get());
        long channels = gamma.map(this::elements).orElse(0L);
        if (beta.isEmpty() || channels <= 0 || channels % groups != 0 || elements(beta.get()) != channels) {
            return Optional.empty();
        }
        return Optional.of(new GroupNormPattern(
                grouping.input(0),
                grouping.output(),
                back.get().input(1),
                addend.get().output(),
                groups,
                norm.number("epsilon", 1e-5f),
                gamma.get(),
                beta.get(),
                (int) channels));
    }

    private boolean allEqual(String value, int length, double expected) {
        String stored = Projection.stripped(value, graph);
        return evaluator
                .vector(stored)
                .filter(numbers ->
                        numbers.length == length && Arrays.stream(numbers).allMatch(number -> number == expected))
                .isPresent();
    }

    private Optional<OnnxNode> follower(OnnxNode node, String operator) {
        OnnxNode current = node;
        for (int step = 0; step < LONGEST_PATH; step++) {
            List<OnnxNode> followers = graph.consumers(current.output()).stream()
                    .filter(each -> !each.is("Shape"))
                    .toList();
            if (followers.size() != 1) {
                return Optional.empty();
            }
            current = followers.getFirst();
            if (current.is(operator)) {
                return Optional.of(current);
            }
            if (!current.is("Cast")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<String> constantInput(OnnxNode node) {
        return node.inputs().stream().filter(constants::isConstant).findFirst();
    }

    private long elements(String constant) {
        return evaluator
                .shape(constant)
                .map(shape -> Arrays.stream(shape).reduce(1, (a, b) -> a * b))
                .orElse(0L);
    }
}
