package dev.weft.editor.canvas;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.document.Document;
import dev.weft.editor.document.Item;
import dev.weft.editor.edit.NodeChanges;
import dev.weft.editor.edit.Removal;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.window.DocumentPage.Kind;
import dev.weft.editor.window.WindowControl;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.Mode;
import dev.weft.graph.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;

/// Does the actions that are about the graph of the active document.
@Singleton
final class CanvasActions {
    private static final double ZOOM_STEP = 1.25;

    private final Actions actions;
    private final GraphPages pages;
    private final Workspace workspace;
    private final WindowControl control;
    private final Preferences preferences;
    private final ClipboardActions clipboard;
    private Subscription watched = Subscription.EMPTY;
    private final Map<BooleanProperty, Predicate<Document>> conditions = new LinkedHashMap<>();

    @Inject
    CanvasActions(
            Actions actions,
            GraphPages pages,
            Workspace workspace,
            WindowControl control,
            Preferences preferences,
            ClipboardActions clipboard) {
        this.actions = actions;
        this.pages = pages;
        this.workspace = workspace;
        this.control = control;
        this.preferences = preferences;
        this.clipboard = clipboard;
        bindView();
        bindEdits();
        bindClipboard();
        workspace.activeProperty().subscribe(this::watch);
        control.pageProperty().subscribe(this::judge);
        control.wholeProperty().subscribe(this::judge);
    }

    private void bindView() {
        on(Action.FIT, document -> true, GraphPage::fit);
        on(Action.ZOOM_IN, document -> true, page -> page.zoom(ZOOM_STEP));
        on(Action.ZOOM_OUT, document -> true, page -> page.zoom(1 / ZOOM_STEP));
        on(Action.ZOOM_RESET, document -> true, GraphPage::zoomToFull);
        on(
                Action.MINIMAP,
                document -> true,
                _ -> preferences
                        .minimapProperty()
                        .set(!preferences.minimapProperty().get()));
        on(Action.ADD_NODE, document -> true, GraphPage::search);
        on(Action.RENAME, CanvasActions::hasOneTitle, GraphPage::rename);
    }

    private void bindClipboard() {
        change(Action.COPY, CanvasActions::hasSelection, (document, _) -> clipboard.copy(document));
        change(Action.CUT, CanvasActions::hasSelection, (document, _) -> clipboard.cut(document));
        on(Action.PASTE, document -> true, page -> clipboard.paste(page.document(), page.pointed(), false));
        on(Action.PASTE_WITH_WIRES, document -> true, page -> clipboard.paste(page.document(), page.pointed(), true));
        change(Action.DUPLICATE, CanvasActions::hasSelection, (document, _) -> clipboard.duplicate(document));
        on(Action.GROUP, CanvasActions::hasSelection, GraphPage::group);
        on(
                Action.ARRANGE,
                document -> !document.graph().nodes().isEmpty(),
                page -> page.layout().arrange());
        on(Action.MAKE_SUBGRAPH, CanvasActions::hasNodes, page -> page.layout().makeSubgraph());
        on(
                Action.UNPACK_SUBGRAPH,
                document -> subgraph(document).isPresent(),
                page -> page.layout().unpack());
        on(Action.NOTE, document -> true, GraphPage::addNote);
    }

    private void bindEdits() {
        on(
                Action.SELECT_ALL,
                document -> true,
                page -> page.select(page.board().drawing().items()));
        on(Action.SELECT_NONE, CanvasActions::hasSelection, page -> page.select(List.of()));
        change(
                Action.DELETE,
                CanvasActions::hasSelection,
                (document, _) ->
                        document.perform(Removal.of(document.selection().items())));
        change(
                Action.MUTE,
                CanvasActions::hasNodes,
                (document, nodes) -> document.perform(NodeChanges.toggleMode(document.graph(), nodes, Mode.MUTED)));
        change(
                Action.BYPASS,
                CanvasActions::hasNodes,
                (document, nodes) -> document.perform(NodeChanges.toggleMode(document.graph(), nodes, Mode.BYPASSED)));
        change(
                Action.COLLAPSE,
                CanvasActions::hasNodes,
                (document, nodes) -> document.perform(NodeChanges.toggleCollapsed(document.graph(), nodes)));
        change(
                Action.PIN,
                CanvasActions::hasNodes,
                (document, nodes) -> document.perform(NodeChanges.togglePinned(document.graph(), nodes)));
        change(
                Action.ENTER_SUBGRAPH,
                document -> subgraph(document).isPresent(),
                (document, _) -> subgraph(document).ifPresent(document::enter));
        change(
                Action.LEAVE_SUBGRAPH,
                document -> !document.pathProperty().get().isEmpty(),
                (document, _) -> document.leave());
    }

    private static boolean hasSelection(Document document) {
        return !document.selection().items().isEmpty();
    }

    private static boolean hasNodes(Document document) {
        return !document.selection().nodes().isEmpty();
    }

    private static boolean hasOneTitle(Document document) {
        return document.selection().items().size() == 1
                && !(document.selection().items().iterator().next() instanceof Item.OfLink);
    }

    /// The node that stands for a subgraph, if just that is selected.
    private static Optional<Node> subgraph(Document document) {
        List<String> nodes = document.selection().nodes();
        return nodes.size() == 1
                ? document.graph()
                        .node(nodes.getFirst())
                        .filter(node -> document.graph().subgraph(node.type()).isPresent())
                : Optional.empty();
    }

    private void change(Action action, Predicate<Document> possible, BiConsumer<Document, List<String>> change) {
        on(
                action,
                possible,
                page -> change.accept(
                        page.document(), page.document().selection().nodes()));
    }

    private void on(Action action, Predicate<Document> possible, Consumer<GraphPage> handler) {
        BooleanProperty condition = new SimpleBooleanProperty();
        conditions.put(condition, possible);
        actions.handle(action, condition, () -> page().ifPresent(handler));
    }

    private Optional<GraphPage> page() {
        return workspace.active().flatMap(pages::of);
    }

    private void watch(Optional<Document> active) {
        watched.unsubscribe();
        watched = active.map(document -> Subscription.combine(
                        document.selection().itemsProperty().subscribe(this::judge),
                        document.graphProperty().subscribe(this::judge),
                        document.pathProperty().subscribe(this::judge)))
                .orElse(Subscription.EMPTY);
        judge();
    }

    private void judge() {
        boolean shown = control.pageProperty().get() == Kind.GRAPH
                && control.wholeProperty().get().isEmpty();
        Optional<Document> active = workspace.active();
        conditions.forEach((condition, possible) ->
                condition.set(shown && active.filter(possible).isPresent()));
    }
}
