package dev.weft.editor.canvas;

import dev.weft.editor.canvas.board.Board;
import dev.weft.editor.canvas.gesture.PointerControl;
import dev.weft.editor.canvas.gesture.WheelControl;
import dev.weft.editor.canvas.gesture.Workplace;
import dev.weft.editor.canvas.model.Projection;
import dev.weft.editor.canvas.model.Surroundings;
import dev.weft.editor.check.CheckResult;
import dev.weft.editor.document.Document;
import dev.weft.editor.run.NodeRun;
import dev.weft.editor.window.DocumentPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// A document as a graph: keeps the board in step with the document, and holds what people work with on it.
public final class GraphPage implements DocumentPage {
    private final Document document;
    private final CanvasServices services;
    private final Board board;
    private final Projection projection = new Projection();
    private final ObservableMap<String, NodeRun> runs;
    private final MapChangeListener<String, NodeRun> runListener = change -> ran(change.getKey());
    private final SightMemory memory;
    private final PointerControl pointer;
    private CheckResult found = CheckResult.NONE;
    private Map<String, List<String>> problems = Map.of();
    private Subscription subscription = Subscription.EMPTY;

    GraphPage(Document document, CanvasServices services) {
        this.document = document;
        this.services = services;
        board = new Board(model -> services.views().open(document, model));
        runs = services.runs().of(document);
        memory = new SightMemory(document, board);
        Workplace workplace = new Workplace(
                board,
                document,
                () -> services.catalog(document),
                projection::last,
                services.preferences(),
                services.search(),
                new CanvasTextEditor(document, board));
        pointer = new PointerControl(workplace, (hit, screen) -> {});
        new WheelControl(board);
        follow();
    }

    private void follow() {
        runs.addListener(runListener);
        subscription = Subscription.combine(
                services.check().of(document).subscribe(this::checked),
                document.graphProperty().subscribe(_ -> refresh()),
                document.pathProperty().subscribe((before, after) -> memory.recall()),
                document.selection().itemsProperty().subscribe(board::select),
                services.preferences().dimFarWiresProperty().subscribe(board::dimFar));
    }

    private void checked(CheckResult result) {
        found = result;
        problems = new HashMap<>();
        for (int i = 0; i < result.problems().size(); i++) {
            String sentence = result.sentences().get(i);
            result.problems()
                    .get(i)
                    .node()
                    .ifPresent(id ->
                            problems.computeIfAbsent(id, _ -> new ArrayList<>()).add(sentence));
        }
        refresh();
    }

    private void refresh() {
        board.show(projection.draw(document.graph(), surroundings()));
    }

    private void ran(String id) {
        String prefix = prefix();
        if (id.startsWith(prefix)) {
            board.show(projection.redraw(id.substring(prefix.length()), surroundings()));
        }
    }

    private Surroundings surroundings() {
        String prefix = prefix();
        return new Surroundings(
                services.catalog(document),
                id -> runs.getOrDefault(prefix + id, NodeRun.IDLE),
                id -> problems.getOrDefault(prefix + id, List.of()),
                id -> found.shapes(prefix + id));
    }

    private String prefix() {
        return String.join(
                "", document.pathProperty().get().stream().map(id -> id + "/").toList());
    }

    /// The canvas.
    Board board() {
        return board;
    }

    @Override
    public Region region() {
        return board;
    }

    @Override
    public void shown() {
        board.requestFocus();
    }

    @Override
    public void hidden() {
        pointer.cancel();
        memory.keep();
    }

    @Override
    public void close() {
        memory.close();
        subscription.unsubscribe();
        runs.removeListener(runListener);
        board.close();
    }
}
