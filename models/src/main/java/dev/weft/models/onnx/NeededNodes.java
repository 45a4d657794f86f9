package dev.weft.models.onnx;

import dev.weft.models.onnx.proto.OnnxProto.ValueInfoProto;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The nodes that given values depend on, each after those it depends on.
final class NeededNodes {
    private final OnnxGraph graph;
    private final Set<String> values = new HashSet<>();
    private final List<OnnxNode> ordered = new ArrayList<>();
    private final Set<OnnxNode> finished = new HashSet<>();

    /// What the outputs of the graph need.
    NeededNodes(OnnxGraph graph) {
        this(graph, graph.outputs().stream().map(ValueInfoProto::getName).toList());
    }

    NeededNodes(OnnxGraph graph, List<String> wanted) {
        this.graph = graph;
        wanted.forEach(this::visit);
    }

    List<OnnxNode> nodes() {
        return ordered;
    }

    Set<OnnxNode> nodeSet() {
        return finished;
    }

    /// All values that the needed nodes read, and the wanted ones.
    Set<String> values() {
        return values;
    }

    /// Depth first with a stack of its own: graphs are deeper than the call stack.
    private void visit(String wanted) {
        values.add(wanted);
        OnnxNode root = graph.producer(wanted);
        if (root == null || finished.contains(root)) {
            return;
        }
        Deque<OnnxNode> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            OnnxNode node = open.element();
            OnnxNode next = finished.contains(node) ? null : firstUnfinished(node);
            if (next != null) {
                open.push(next);
            } else {
                open.pop();
                if (finished.add(node)) {
                    ordered.add(node);
                }
            }
        }
    }

    private @Nullable OnnxNode firstUnfinished(OnnxNode node) {
        for (String value : node.dependencies()) {
            values.add(value);
            OnnxNode producer = graph.producer(value);
            if (producer != null && !finished.contains(producer)) {
                return producer;
            }
        }
        return null;
    }
}
