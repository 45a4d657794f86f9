package dev.weft.models.onnx;

import dev.weft.models.onnx.proto.OnnxProto.GraphProto;
import dev.weft.models.onnx.proto.OnnxProto.NodeProto;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Refuses a graph in which a node waits for its own result, by removing nodes whose inputs are all ready until
/// none is left (Kahn's algorithm).
final class CycleCheck {
    private final Path file;
    private final GraphProto graph;

    CycleCheck(Path file, GraphProto graph) {
        this.file = file;
        this.graph = graph;
    }

    void check() throws InvalidModelException {
        Map<String, Integer> producers = new HashMap<>();
        for (int index = 0; index < graph.getNodeCount(); index++) {
            for (String output : graph.getNode(index).getOutputList()) {
                producers.put(output, index);
            }
        }
        List<List<Integer>> followers = new ArrayList<>();
        int[] waitingFor = new int[graph.getNodeCount()];
        for (int index = 0; index < waitingFor.length; index++) {
            followers.add(new ArrayList<>(2));
        }
        for (int index = 0; index < waitingFor.length; index++) {
            for (String input : graph.getNode(index).getInputList()) {
                Integer producer = input.isEmpty() ? null : producers.get(input);
                if (producer != null) {
                    followers.get(producer).add(index);
                    waitingFor[index]++;
                }
            }
        }
        removeReady(followers, waitingFor);
        for (int index = 0; index < waitingFor.length; index++) {
            if (waitingFor[index] > 0) {
                NodeProto node = graph.getNode(index);
                throw new InvalidModelException(
                        "The model file " + file + " has nodes that wait for each other, found at "
                                + ModelCheck.describe(node, index) + "; it is damaged: get the file again.");
            }
        }
    }

    private static void removeReady(List<List<Integer>> followers, int[] waitingFor) {
        Deque<Integer> ready = new ArrayDeque<>();
        for (int index = 0; index < waitingFor.length; index++) {
            if (waitingFor[index] == 0) {
                ready.add(index);
            }
        }
        while (!ready.isEmpty()) {
            for (int follower : followers.get(ready.remove())) {
                waitingFor[follower]--;
                if (waitingFor[follower] == 0) {
                    ready.add(follower);
                }
            }
        }
    }
}
