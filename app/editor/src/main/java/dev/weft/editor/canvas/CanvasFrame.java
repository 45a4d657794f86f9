package dev.weft.editor.canvas;

import dev.weft.editor.canvas.board.Board;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// The board with what floats above it: minimap and zoom bar at the lower right, the way through subgraphs at
/// the top.
final class CanvasFrame extends Pane {
    private static final double EDGE = 16;
    private static final double GAP = 6;
    /// Room for the button that brings a hidden sidebar back.
    private static final double CORNER = 56;

    private final Board board;
    private final Minimap minimap;
    private final ZoomBar zoomBar;
    private final Breadcrumbs breadcrumbs;

    CanvasFrame(Board board, Minimap minimap, ZoomBar zoomBar, Breadcrumbs breadcrumbs) {
        this.board = board;
        this.minimap = minimap;
        this.zoomBar = zoomBar;
        this.breadcrumbs = breadcrumbs;
        setMinSize(0, 0);
        getChildren().addAll(board, breadcrumbs, minimap, zoomBar);
    }

    /// Shows something above the board; whoever does places it.
    void lay(Node node) {
        getChildren().add(node);
    }

    /// Takes away what [#lay(Node)] showed.
    void lift(Node node) {
        getChildren().remove(node);
    }

    @Override
    protected void layoutChildren() {
        board.resizeRelocate(0, 0, getWidth(), getHeight());
        double right = getWidth() - EDGE - Minimap.WIDTH;
        double bar = getHeight() - EDGE - ZoomBar.HEIGHT;
        zoomBar.resizeRelocate(right, bar, Minimap.WIDTH, ZoomBar.HEIGHT);
        minimap.resizeRelocate(right, bar - GAP - Minimap.HEIGHT, Minimap.WIDTH, Minimap.HEIGHT);
        breadcrumbs.resizeRelocate(CORNER, EDGE, breadcrumbs.prefWidth(-1), breadcrumbs.prefHeight(-1));
    }
}
