package dev.weft.editor.canvas;

import dev.weft.editor.canvas.board.Board;
import dev.weft.editor.canvas.gesture.KeyControl;
import dev.weft.editor.canvas.gesture.PointerControl;
import dev.weft.editor.canvas.gesture.WheelControl;
import dev.weft.editor.canvas.gesture.Workplace;
import dev.weft.editor.canvas.model.Projection;
import dev.weft.editor.canvas.model.Rectangles;
import dev.weft.editor.canvas.model.Sight;
import dev.weft.editor.canvas.model.Surroundings;
import dev.weft.editor.check.CheckResult;
import dev.weft.editor.document.Document;
import dev.weft.editor.document.Item;
import dev.weft.editor.edit.Groups;
import dev.weft.editor.edit.Notes;
import dev.weft.editor.run.NodeRun;
import dev.weft.editor.window.DocumentPage;
import dev.weft.editor.window.NodeSearchOpener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// A document as a graph: keeps the board in step with the document, and holds what people work with on it.
public final class GraphPage implements DocumentPage {
    private static final double MARGIN = 64;

    private final Document document;
    private final CanvasServices services;
    private final Board board;
    private final Projection projection = new Projection();
    private final ObservableMap<String, NodeRun> runs;
    private final MapChangeListener<String, NodeRun> runListener = change -> ran(change.getKey());
    private final SightMemory memory;
    private final SightMotion motion;
    private final Minimap minimap;
    private final ZoomBar zoomBar;
    private final Breadcrumbs breadcrumbs;
    private final CanvasFrame frame;
    private final CanvasTextEditor texts;
    private final Runnable closed;
    private final Workplace workplace;
    private final PointerControl pointer;
    private CheckResult found = CheckResult.NONE;
    private Map<String, List<String>> problems = Map.of();
    private Subscription subscription = Subscription.EMPTY;

    /// @param closed called when the page is closed
    GraphPage(Document document, CanvasServices services, Runnable closed) {
        this.closed = closed;
        this.document = document;
        this.services = services;
        board = new Board(model -> services.views().open(document, model));
        runs = services.runs().of(document);
        memory = new SightMemory(document, board);
        motion = new SightMotion(board, services.preferences());
        minimap = new Minimap(board);
        zoomBar = new ZoomBar(board, services.buttons(), services.preferences());
        breadcrumbs = new Breadcrumbs(document);
        frame = new CanvasFrame(board, minimap, zoomBar, breadcrumbs);
        texts = new CanvasTextEditor(document, board, frame);
        workplace = new Workplace(
                board,
                document,
                () -> services.catalog(document),
                projection::last,
                services.preferences(),
                services.search(),
                texts);
        CanvasMenu menu = new CanvasMenu(document, workplace, services);
        pointer = new PointerControl(workplace, menu::open);
        new WheelControl(board);
        new KeyControl(workplace);
        follow();
    }

    private void follow() {
        runs.addListener(runListener);
        subscription = Subscription.combine(
                services.check().of(document).subscribe(this::checked),
                document.graphProperty().subscribe(_ -> refresh()),
                document.selection().itemsProperty().subscribe(board::select),
                services.preferences().dimFarWiresProperty().subscribe(board::dimFar),
                services.preferences().minimapProperty().subscribe(minimap::setVisible));
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
        memory.entered(document.pathProperty().get());
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

    /// What is shown.
    Document document() {
        return document;
    }

    /// The canvas.
    Board board() {
        return board;
    }

    /// Looks at the selection, or at everything if nothing is selected.
    void fit() {
        Sight sight = board.sight();
        motion.go(board.drawing()
                .around(document.selection().items())
                .map(content -> sight.fitted(content, MARGIN))
                .orElseGet(() -> memory.all(sight)));
    }

    /// Makes what is in the middle larger or smaller.
    void zoom(double factor) {
        Sight sight = board.sight();
        motion.go(sight.zoomed(sight.width() / 2, sight.height() / 2, sight.zoom() * factor));
    }

    /// Shows everything as large as it is.
    void zoomToFull() {
        Sight sight = board.sight();
        motion.go(sight.zoomed(sight.width() / 2, sight.height() / 2, 1));
    }

    /// Looks at a node.
    void centre(String node) {
        board.drawing()
                .node(node)
                .ifPresent(placed -> motion.go(board.sight().centred(Rectangles.middle(placed.bounds()))));
    }

    /// Selects these and nothing else.
    void select(Collection<Item> items) {
        document.selection().select(items);
    }

    /// Where the pointer is on the canvas, if it is there.
    Optional<Point2D> pointed() {
        return pointer.place().filter(place -> board.isHover());
    }

    /// What changes many nodes at once.
    GraphLayout layout() {
        return new GraphLayout(document, workplace, projection::last);
    }

    /// Puts a group round the selection.
    void group() {
        Groups.around(document.graph(), document.selection().items(), workplace.sizes())
                .ifPresent(placement -> placement.in(document));
    }

    /// Adds a note where the pointer is, and lets people write it.
    void addNote() {
        Point2D place = pointed().orElseGet(() -> board.sight().middle());
        Notes.add(document.graph(), place, "").in(document);
        texts.writeNote(document.graph().notes().size() - 1);
    }

    /// Lets people search for a node that goes where the pointer is.
    void search() {
        Point2D place = pointer.place().orElseGet(() -> board.sight().middle());
        Point2D window = board.localToScene(board.sight().toView(place));
        services.search().open(NodeSearchOpener.Request.at(document, window, place));
    }

    /// Lets people change the title or text of what is selected.
    void rename() {
        for (Item item : document.selection().items()) {
            switch (item) {
                case Item.OfNode node -> texts.renameNode(node.id());
                case Item.OfGroup group -> texts.renameGroup(group.index());
                case Item.OfNote note -> texts.writeNote(note.index());
                case Item.OfLink _, Item.OfReroute _ -> {}
            }
        }
    }

    @Override
    public Region region() {
        return frame;
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
        motion.stop();
        memory.close();
        minimap.close();
        zoomBar.close();
        breadcrumbs.close();
        subscription.unsubscribe();
        runs.removeListener(runListener);
        services.check().forget(document);
        board.close();
        closed.run();
    }
}
