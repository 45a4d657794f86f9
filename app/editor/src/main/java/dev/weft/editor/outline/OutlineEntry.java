package dev.weft.editor.outline;

import dev.weft.editor.theme.TypeIcon;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.Subgraph;
import dev.weft.graph.Workflow;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.types.NodeSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A node as the outline lists it.
///
/// @param id its id in the whole workflow: those of the nodes around it come before its own, divided by `/`
/// @param title what people read on its head
/// @param type what people call its type
/// @param icon literal of its icon
/// @param missing whether its type is not there
/// @param inside the nodes of the subgraph that it stands for
record OutlineEntry(String id, String title, String type, String icon, boolean missing, List<OutlineEntry> inside) {
    private static final int DEEPEST = 16;

    /// Takes a copy.
    OutlineEntry {
        inside = List.copyOf(inside);
    }

    /// The nodes of a workflow in the order of its file.
    static List<OutlineEntry> of(Workflow workflow, NodeCatalog catalog) {
        return of(workflow, workflow.nodes(), catalog, "", 0);
    }

    /// This node and all inside it.
    Stream<OutlineEntry> all() {
        return Stream.concat(Stream.of(this), inside.stream().flatMap(OutlineEntry::all));
    }

    private static List<OutlineEntry> of(
            Workflow workflow, List<Node> nodes, NodeCatalog catalog, String around, int depth) {
        List<OutlineEntry> entries = new ArrayList<>();
        for (Node node : nodes) {
            if (!isEnd(node.type())) {
                entries.add(entry(workflow, node, catalog, around, depth));
            }
        }
        return entries;
    }

    private static OutlineEntry entry(Workflow workflow, Node node, NodeCatalog catalog, String around, int depth) {
        String id = around + node.id();
        Optional<Subgraph> subgraph = workflow.subgraph(node.type());
        if (subgraph.isPresent()) {
            String name = subgraph.get().title();
            List<OutlineEntry> inside =
                    depth < DEEPEST ? of(workflow, subgraph.get().nodes(), catalog, id + "/", depth + 1) : List.of();
            return new OutlineEntry(id, titled(node, name), name, TypeIcon.SUBGRAPH, false, inside);
        }
        Optional<NodeSignature> type = catalog.find(node.type());
        String name = type.map(NodeSignature::title).orElse(node.type().toString());
        String icon = type.map(TypeIcon::of).orElse(TypeIcon.MISSING);
        return new OutlineEntry(id, titled(node, name), name, icon, type.isEmpty(), List.of());
    }

    private static String titled(Node node, String type) {
        return node.title().isEmpty() ? type : node.title();
    }

    /// The ends of a subgraph are its ports, not nodes that people know.
    private static boolean isEnd(NodeTypeId type) {
        return type.namespace().equals("subgraph")
                && (type.path().equals("inputs") || type.path().equals("outputs"));
    }
}
