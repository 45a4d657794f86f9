package dev.weft.models.onnx;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Tells which part of a U-Net a node belongs to. diffusers numbers attention layers in the order in which it
/// registers modules (down, up, mid), whereas a graph runs down, mid, up.
///
/// Skip connections are the joins of two activations along the channels whose result is normalised at once. The
/// first of them joins the output of the mid block with the last output of the down blocks.
final class UNetLayout {
    private static final Set<String> BETWEEN = Set.of("Reshape", "Cast", "Identity");
    private static final int LONGEST_PATH = 4;

    private final Set<OnnxNode> mid;

    private UNetLayout(Set<OnnxNode> mid) {
        this.mid = mid;
    }

    static UNetLayout of(OnnxGraph graph) {
        Constants constants = new Constants(graph);
        Optional<OnnxNode> firstSkip = new NeededNodes(graph)
                .nodes().stream()
                        .filter(node -> joinsChannels(node, constants) && isNormalised(node, graph))
                        .findFirst();
        Set<OnnxNode> mid = new HashSet<>();
        firstSkip.ifPresent(skip -> {
            mid.addAll(new NeededNodes(graph, List.of(skip.input(0))).nodeSet());
            mid.removeAll(new NeededNodes(graph, List.of(skip.input(1))).nodeSet());
        });
        return new UNetLayout(mid);
    }

    /// Puts attentions, given in the order in which the graph runs them, into the order of diffusers.
    List<AttentionPattern> inRegistrationOrder(List<AttentionPattern> attentions) {
        return attentions.stream()
                .sorted(Comparator.comparing(attention -> mid.contains(attention.core())))
                .toList();
    }

    private static boolean joinsChannels(OnnxNode node, Constants constants) {
        long axis = node.integer("axis", 0);
        return node.is("Concat")
                && node.inputs().size() == 2
                && (axis == 1 || axis == -3)
                && node.inputs().stream().noneMatch(constants::isConstant);
    }

    private static boolean isNormalised(OnnxNode join, OnnxGraph graph) {
        Stream<OnnxNode> followers = graph.consumers(join.output()).stream();
        for (int step = 0; step < LONGEST_PATH; step++) {
            List<OnnxNode> current = followers.toList();
            if (current.stream()
                    .anyMatch(node -> node.operator().endsWith("Normalization")
                            || node.operator().endsWith("GroupNorm"))) {
                return true;
            }
            followers = current.stream()
                    .filter(node -> BETWEEN.contains(node.operator()))
                    .flatMap(node -> graph.consumers(node.output()).stream());
        }
        return false;
    }
}
