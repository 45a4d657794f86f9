package dev.weft.models.metrics;

import dev.weft.models.onnx.proto.OnnxProto.GraphProto;
import dev.weft.models.onnx.proto.OnnxProto.ModelProto;
import dev.weft.models.onnx.proto.OnnxProto.NodeProto;
import dev.weft.models.onnx.proto.OnnxProto.ValueInfoProto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Builds a CLIP in the form that exporters give it, from the two halves of the starter's: one graph that takes texts,
/// pictures and a mask at once, and gives `image_embeds` and `text_embeds`.
final class PublishedClip {
    private PublishedClip() {}

    static byte[] whole(Path image, Path text) {
        GraphProto.Builder graph = GraphProto.newBuilder().setName("clip");
        ModelProto first = read(image);
        add(graph, "image/", first.getGraph(), "image_embeds");
        add(graph, "text/", read(text).getGraph(), "text_embeds");
        ValueInfoProto ids = graph.getInputList().getLast();
        graph.addInput(ids.toBuilder().setName("attention_mask"));
        return first.toBuilder().setGraph(graph).build().toByteArray();
    }

    private static void add(GraphProto.Builder target, String prefix, GraphProto half, String output) {
        String input = half.getInput(0).getName();
        String given = half.getOutput(0).getName();
        target.addInput(half.getInput(0));
        target.addOutput(half.getOutput(0).toBuilder().setName(output));
        half.getInitializerList()
                .forEach(weights -> target.addInitializer(weights.toBuilder().setName(prefix + weights.getName())));
        for (NodeProto node : half.getNodeList()) {
            target.addNode(node.toBuilder()
                    .setName(prefix + node.getName())
                    .clearInput()
                    .addAllInput(renamed(node.getInputList(), prefix, input, input))
                    .clearOutput()
                    .addAllOutput(renamed(node.getOutputList(), prefix, given, output)));
        }
    }

    private static List<String> renamed(List<String> names, String prefix, String kept, String newName) {
        return names.stream()
                .map(name -> name.isEmpty() ? name : name.equals(kept) ? newName : prefix + name)
                .toList();
    }

    private static ModelProto read(Path file) {
        try {
            return ModelProto.parseFrom(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
