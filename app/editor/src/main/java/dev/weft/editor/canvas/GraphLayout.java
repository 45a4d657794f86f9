package dev.weft.editor.canvas;

import dev.weft.editor.canvas.gesture.Workplace;
import dev.weft.editor.canvas.model.Drawing;
import dev.weft.editor.canvas.model.PlacedNode;
import dev.weft.editor.document.Document;
import dev.weft.editor.edit.Arrangement;
import dev.weft.editor.edit.SubgraphMaking;
import dev.weft.editor.edit.SubgraphUnpacking;
import dev.weft.graph.Node;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/// Arranges nodes, and makes one node of several, by the sizes that they are drawn in.
final class GraphLayout {
    private final Document document;
    private final Workplace workplace;
    private final Supplier<Drawing> drawing;

    GraphLayout(Document document, Workplace workplace, Supplier<Drawing> drawing) {
        this.document = document;
        this.workplace = workplace;
        this.drawing = drawing;
    }

    /// Arranges the selected nodes, or all if not two are selected.
    void arrange() {
        Arrangement arrangement = new Arrangement(document.graph(), workplace.sizes(), this::height);
        List<String> nodes = document.selection().nodes();
        (nodes.size() > 1 ? arrangement.of(nodes) : arrangement.ofAll()).ifPresent(document::perform);
    }

    void makeSubgraph() {
        SubgraphMaking.of(document.graph(), document.selection().items(), "", workplace.catalog(), workplace.sizes())
                .ifPresent(placement -> placement.in(document));
    }

    void unpack() {
        document.selection().nodes().stream()
                .findFirst()
                .flatMap(node -> SubgraphUnpacking.of(document.graph(), node, workplace.sizes()))
                .ifPresent(placement -> placement.in(document));
    }

    private OptionalDouble height(Node node, String port, boolean output) {
        return drawing.get()
                .node(node.id())
                .map(PlacedNode::geometry)
                .map(geometry -> (output ? geometry.outputs() : geometry.inputs()).get(port))
                .map(centre -> OptionalDouble.of(centre.getY()))
                .orElseGet(OptionalDouble::empty);
    }
}
