package dev.weft.editor.canvas;

import dev.weft.editor.document.Document;
import dev.weft.editor.text.Texts;
import dev.weft.graph.Node;
import dev.weft.graph.Subgraph;
import dev.weft.graph.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/// The way from the whole workflow to the subgraph that is shown; each step goes back there.
final class Breadcrumbs extends HBox {
    private static final Texts TEXTS = Texts.of(Breadcrumbs.class);

    private final Document document;
    private final Subscription subscription;

    Breadcrumbs(Document document) {
        this.document = document;
        getStyleClass().add("breadcrumbs");
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        subscription = Subscription.combine(
                document.pathProperty().subscribe(_ -> show()),
                document.workflowProperty().subscribe(_ -> show()));
    }

    void close() {
        subscription.unsubscribe();
    }

    private void show() {
        List<String> path = document.pathProperty().get();
        setVisible(!path.isEmpty());
        getChildren().clear();
        if (path.isEmpty()) {
            return;
        }
        Workflow whole = document.workflow();
        add(whole.title().isEmpty() ? TEXTS.get("whole") : whole.title(), List.of());
        List<Node> nodes = whole.nodes();
        List<String> way = new ArrayList<>();
        for (String id : path) {
            way.add(id);
            Optional<Node> node =
                    nodes.stream().filter(there -> there.id().equals(id)).findFirst();
            Optional<Subgraph> inside = node.flatMap(there -> whole.subgraph(there.type()));
            String title = node.map(Node::title)
                    .filter(words -> !words.isEmpty())
                    .or(() -> inside.map(Subgraph::title))
                    .filter(words -> !words.isEmpty())
                    .orElse(id);
            getChildren().add(new Label("›"));
            add(title, List.copyOf(way));
            nodes = inside.map(Subgraph::nodes).orElse(List.of());
        }
    }

    private void add(String title, List<String> way) {
        Button button = new Button(title);
        button.getStyleClass().addAll("quiet", "small");
        button.setOnAction(_ -> document.goTo(way));
        button.setDisable(way.equals(document.pathProperty().get()));
        button.setFocusTraversable(false);
        getChildren().add(button);
    }
}
