package dev.weft.editor.outline;

import com.google.inject.Inject;
import dev.weft.editor.document.Document;
import dev.weft.editor.run.NodeRun;
import dev.weft.editor.run.RunStates;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.GraphNavigator;
import dev.weft.editor.workspace.Workspace;
import dev.weft.runtime.WeftRuntime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.collections.MapChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;

/// The sidebar tab that lists the nodes of the document. Choosing one shows it on the canvas.
final class Outline extends BorderPane {
    private static final double ROW = 28;
    private static final Texts TEXTS = Texts.of(Outline.class);

    private final WeftRuntime runtime;
    private final RunStates runs;
    private final GraphNavigator navigator;
    private final TreeView<OutlineEntry> tree = new TreeView<>();
    private final Label count = new Label();
    private final Set<String> open = new HashSet<>();
    private Optional<Document> document = Optional.empty();
    private List<OutlineEntry> shown = List.of();
    private Subscription watch = Subscription.EMPTY;
    private boolean due;

    @Inject
    Outline(Workspace workspace, WeftRuntime runtime, RunStates runs, GraphNavigator navigator) {
        this.runtime = runtime;
        this.runs = runs;
        this.navigator = navigator;
        getStyleClass().add("outline");
        setId("outline");
        tree.setShowRoot(false);
        tree.setFixedCellSize(ROW);
        tree.setCellFactory(_ -> cell());
        tree.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                Optional.ofNullable(tree.getSelectionModel().getSelectedItem()).ifPresent(this::go);
            }
        });
        count.getStyleClass().addAll("text-3", "outline-foot");
        count.setMaxWidth(Double.MAX_VALUE);
        setCenter(tree);
        setBottom(count);
        workspace.activeProperty().subscribe(this::show);
        sceneProperty().subscribe(_ -> fillSoon());
    }

    private OutlineCell cell() {
        OutlineCell cell = new OutlineCell(this::run);
        cell.setOnMouseClicked(_ -> Optional.ofNullable(cell.getTreeItem()).ifPresent(this::go));
        return cell;
    }

    private NodeRun run(String id) {
        return document.map(shownDocument -> runs.of(shownDocument).getOrDefault(id, NodeRun.IDLE))
                .orElse(NodeRun.IDLE);
    }

    private void go(TreeItem<OutlineEntry> item) {
        document.ifPresent(
                shownDocument -> navigator.reveal(shownDocument, item.getValue().id()));
    }

    private void show(Optional<Document> active) {
        watch.unsubscribe();
        watch = Subscription.EMPTY;
        document = active;
        active.ifPresent(next -> {
            MapChangeListener<String, NodeRun> changed = _ -> tree.refresh();
            runs.of(next).addListener(changed);
            watch = Subscription.combine(
                    next.workflowProperty().subscribe(_ -> fillSoon()),
                    next.selection().itemsProperty().subscribe(_ -> select()),
                    () -> runs.of(next).removeListener(changed));
        });
        fillSoon();
    }

    /// Once for all changes of a frame, and only while it can be seen.
    private void fillSoon() {
        if (!due && getScene() != null) {
            due = true;
            Platform.runLater(() -> {
                due = false;
                fill();
            });
        }
    }

    private void fill() {
        List<OutlineEntry> entries = document.map(next -> OutlineEntry.of(next.workflow(), runtime.nodeTypes()))
                .orElse(List.of());
        if (!entries.equals(shown) || tree.getRoot() == null) {
            shown = entries;
            TreeItem<OutlineEntry> root = new TreeItem<>();
            entries.forEach(entry -> root.getChildren().add(item(entry)));
            tree.setRoot(root);
        }
        long nodes = entries.stream().flatMap(OutlineEntry::all).count();
        count.setText(nodes == 1 ? TEXTS.get("one_node") : TEXTS.get("nodes", nodes));
        select();
    }

    private TreeItem<OutlineEntry> item(OutlineEntry entry) {
        TreeItem<OutlineEntry> item = new TreeItem<>(entry);
        entry.inside().forEach(inner -> item.getChildren().add(item(inner)));
        item.setExpanded(open.contains(entry.id()));
        item.expandedProperty().subscribe(expanded -> {
            if (expanded) {
                open.add(entry.id());
            } else {
                open.remove(entry.id());
            }
        });
        return item;
    }

    /// Marks the node that is selected on the canvas.
    private void select() {
        if (document.isEmpty() || tree.getRoot() == null || getScene() == null) {
            return;
        }
        List<String> path = document.get().pathProperty().get();
        String around = path.isEmpty() ? "" : String.join("/", path) + "/";
        Optional<String> id =
                document.get().selection().nodes().stream().findFirst().map(node -> around + node);
        id.flatMap(wanted -> find(tree.getRoot(), wanted))
                .ifPresentOrElse(
                        item -> tree.getSelectionModel().select(item), tree.getSelectionModel()::clearSelection);
    }

    private static Optional<TreeItem<OutlineEntry>> find(TreeItem<OutlineEntry> item, String id) {
        if (item.getValue() != null && item.getValue().id().equals(id)) {
            return Optional.of(item);
        }
        return item.getChildren().stream()
                .flatMap(child -> find(child, id).stream())
                .findFirst();
    }
}
