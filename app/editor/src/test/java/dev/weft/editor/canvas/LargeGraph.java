package dev.weft.editor.canvas;

import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.Position;
import dev.weft.graph.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A graph of many samplers, each fed by others: all of them with many fields.
final class LargeGraph {
    private static final int COLUMNS = 40;

    private LargeGraph() {}

    /// @param count of nodes, of which each but the first has at most two wires into it
    static Workflow of(int count) {
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean encoder = i % 3 == 0;
            String type = encoder ? "core:text_encode" : "stylealigned:shared_attention_sampler";
            Position place = Position.of(i % COLUMNS * 300L, i / COLUMNS * 720L);
            nodes.add(Node.of("n" + i, NodeTypeId.parse(type), 1, Map.of()).withPosition(place));
            if (!encoder) {
                links.add(Link.of("n" + (i - i % 3) + ".conditioning", "n" + i + ".positive"));
                links.add(Link.of("n" + (i - i % 3) + ".conditioning", "n" + i + ".negative"));
                if (i > 3) {
                    int earlier = (i - 3) / 3 * 3 + 1 > i - 1 ? i - 3 : i - 2 - i % 3;
                    links.add(Link.of("n" + Math.max(1, earlier) + ".latent", "n" + i + ".latent"));
                }
            }
        }
        return Workflow.of(nodes, links);
    }
}
