package dev.weft.models.onnx;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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

    private final List<OnnxNode> skips;
    private final Set<OnnxNode> mid;

    private UNetLayout(List<OnnxNode> skips, Set<OnnxNode> mid) {
        this.skips = skips;
        this.mid = mid;
    }

    static UNetLayout of(OnnxGraph graph) {
        Constants constants = new Constants(graph);
        List<OnnxNode> skips = new NeededNodes(graph)
                .nodes().stream()
                        .filter(node -> joinsChannels(node, constants) && isNormalised(node, graph))
                        .toList();
        Set<OnnxNode> mid = new HashSet<>();
        if (!skips.isEmpty()) {
            mid.addAll(new NeededNodes(graph, List.of(skips.getFirst().input(0))).nodeSet());
            mid.removeAll(new NeededNodes(graph, List.of(skips.getFirst().input(1))).nodeSet());
        }
        return new UNetLayout(skips, mid);
    }

    /// The joins of skip connections in the order in which the graph runs them: the first joins the mid block's output,
    /// its input 0, with the last skip, its input 1.
    List<OnnxNode> skips() {
        return skips;
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
