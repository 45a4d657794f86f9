package dev.weft.editor.canvas;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.canvas.board.Board;
import dev.weft.editor.document.Document;
import dev.weft.editor.document.Item;
import dev.weft.editor.window.DocumentPage.Kind;
import dev.weft.editor.window.GraphNavigator;
import dev.weft.editor.window.WindowControl;
import dev.weft.editor.workspace.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;

/// Finds places and nodes on the canvases that are open.
@Singleton
final class CanvasNavigator implements GraphNavigator {
    private final GraphPages pages;
    private final Workspace workspace;
    private final WindowControl control;

    @Inject
    CanvasNavigator(GraphPages pages, Workspace workspace, WindowControl control) {
        this.pages = pages;
        this.workspace = workspace;
        this.control = control;
    }

    @Override
    public void reveal(Document document, String node) {
        if (workspace.documents().contains(document)) {
            workspace.show(document);
        }
        control.wholeProperty().set(Optional.empty());
        control.pageProperty().set(Kind.GRAPH);
        List<String> way = Arrays.asList(node.split("/", -1));
        List<String> path = way.subList(0, way.size() - 1);
        if (!document.pathProperty().get().equals(path)) {
            document.goTo(path);
        }
        String id = way.getLast();
        if (document.graph().node(id).isPresent()) {
            document.selection().select(new Item.OfNode(id));
            pages.of(document).ifPresent(page -> page.centre(id));
        }
    }

    @Override
    public Point2D middle(Document document) {
        return pages.of(document).map(page -> page.board().sight().middle()).orElse(Point2D.ZERO);
    }

    @Override
    public Optional<Point2D> at(Document document, double windowX, double windowY) {
        return pages.of(document).map(GraphPage::board).flatMap(board -> at(board, windowX, windowY));
    }

    private static Optional<Point2D> at(Board board, double windowX, double windowY) {
        if (board.getScene() == null) {
            return Optional.empty();
        }
        Point2D local = board.sceneToLocal(windowX, windowY);
        boolean inside = board.contains(local) && isShown(board);
        return inside ? Optional.of(board.sight().toCanvas(local.getX(), local.getY())) : Optional.empty();
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
