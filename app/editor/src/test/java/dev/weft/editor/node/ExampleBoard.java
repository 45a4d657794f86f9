package dev.weft.editor.node;

import dev.weft.editor.document.Document;
import dev.weft.editor.node.field.Neighbourhood;
import dev.weft.editor.run.NodeRun;
import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.Workflow;
import dev.weft.graph.types.NodeCatalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.layout.Pane;

/// The nodes of a document where they stand, without wires, following the document.
final class ExampleBoard extends Pane {
    private final Document document;
    private final NodeCatalog catalog;
    private final NodeViews views;
    private final Map<String, NodeView> shown = new HashMap<>();
    private final Map<String, NodeRun> runs = new HashMap<>();
    private final Map<String, Map<String, String>> shapes = new HashMap<>();

    ExampleBoard(Document document, NodeCatalog catalog, NodeViews views) {
        this.document = document;
        this.catalog = catalog;
        this.views = views;
        setFocusTraversable(true);
        document.graphProperty().subscribe(this::follow);
    }

    NodeView view(String id) {
        return Objects.requireNonNull(shown.get(id), id);
    }

    void run(String id, NodeRun run) {
        runs.put(id, run);
        follow(document.graph());
    }

    void shape(String id, Map<String, String> known) {
        shapes.put(id, known);
        follow(document.graph());
    }

    void rebuild() {
        getChildren().clear();
        shown.clear();
        follow(document.graph());
    }

    private void follow(Workflow graph) {
        Neighbourhood neighbourhood = new Neighbourhood(graph);
        for (Node node : graph.nodes()) {
            NodeModel model = new NodeModel(
                            node,
                            catalog.find(node.type()),
                            names(graph.links().stream()
                                    .filter(link -> link.to().node().equals(node.id()))
                                    .map(link -> link.to().port())
                                    .toList()),
                            names(graph.links().stream()
                                    .filter(link -> link.from().node().equals(node.id()))
                                    .map((Link link) -> link.from().port())
                                    .toList()),
                            shapes.getOrDefault(node.id(), Map.of()),
                            List.of(),
                            runs.getOrDefault(node.id(), NodeRun.IDLE))
                    .withSurroundings(neighbourhood.of(node));
            NodeView view = shown.get(node.id());
            if (view == null) {
                NodeView made = views.open(document, model);
                node.position()
                        .ifPresent(
                                at -> made.relocate(at.x().approximate(), at.y().approximate()));
                shown.put(node.id(), made);
                getChildren().add(made);
            } else {
                view.show(model);
            }
        }
    }

    private static Set<String> names(List<String> ports) {
        return ports.stream().collect(Collectors.toSet());
    }
}
