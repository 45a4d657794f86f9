package dev.weft.editor.canvas;

import dev.weft.editor.canvas.board.Board;
import dev.weft.editor.canvas.board.Palette;
import dev.weft.editor.canvas.model.Drawing;
import dev.weft.editor.canvas.model.Identity;
import dev.weft.editor.canvas.model.PlacedNode;
import dev.weft.editor.canvas.model.Rectangles;
import dev.weft.editor.canvas.model.Sight;
import dev.weft.editor.run.NodeRun;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import javafx.util.Subscription;

/// All nodes in small, and the part that is seen. A press or drag looks there.
final class Minimap extends Region {
    static final double WIDTH = 176;
    static final double HEIGHT = 112;
    private static final double MARGIN = 12;

    private final Board board;
    private final Canvas picture = new Canvas(WIDTH - 2, HEIGHT - 2);
    private final Rectangle view = new Rectangle();
    private final Rectangle clip = new Rectangle(WIDTH, HEIGHT);
    private final Subscription subscription;
    /// Nodes that are dragged need not be followed in each frame.
    private final PauseTransition rest = new PauseTransition(Duration.millis(250));
    private Drawing drawn = Drawing.EMPTY;
    private Rectangle2D content = new Rectangle2D(0, 0, 1, 1);
    private double scale = 1;

    Minimap(Board board) {
        this.board = board;
        getStyleClass().add("minimap");
        view.getStyleClass().add("minimap-view");
        picture.relocate(1, 1);
        setClip(clip);
        getChildren().addAll(picture, view);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::look);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::look);
        addEventHandler(MouseEvent.MOUSE_RELEASED, MouseEvent::consume);
        rest.setOnFinished(_ -> catchUp());
        board.onRecolour(this::repaint);
        subscription = Subscription.combine(
                board.drawingProperty().subscribe(_ -> requestLayout()),
                board.sightProperty().subscribe(_ -> requestLayout()),
                visibleProperty().subscribe(this::requestLayout));
    }

    void close() {
        rest.stop();
        subscription.unsubscribe();
    }

    /// Draws again in the colours of now.
    private void repaint() {
        drawn = Drawing.EMPTY;
        requestLayout();
    }

    private void catchUp() {
        drawn = board.drawing();
        paint();
        requestLayout();
    }

    /// Once a frame, however often the view moved since the last.
    @Override
    protected void layoutChildren() {
        if (!isVisible()) {
            return;
        }
        Drawing now = board.drawing();
        if (!Identity.same(now, drawn)) {
            if (drawn.nodes().isEmpty()) {
                drawn = now;
                paint();
            } else if (rest.getStatus() != Animation.Status.RUNNING) {
                rest.playFromStart();
            }
        }
        Sight sight = board.sight();
        Point2D corner = inMap(new Point2D(sight.left(), sight.top()));
        view.setX(corner.getX());
        view.setY(corner.getY());
        view.setWidth(sight.width() / sight.zoom() * scale);
        view.setHeight(sight.height() / sight.zoom() * scale);
    }

    private void paint() {
        content = drawn.around().orElseGet(() -> board.sight().seen());
        scale = Math.min(
                (WIDTH - 2 * MARGIN) / Math.max(1, content.getWidth()),
                (HEIGHT - 2 * MARGIN) / Math.max(1, content.getHeight()));
        GraphicsContext context = picture.getGraphicsContext2D();
        context.clearRect(0, 0, WIDTH, HEIGHT);
        Palette palette = board.palette();
        for (PlacedNode node : drawn.nodes().values()) {
            Point2D corner = inMap(new Point2D(node.x(), node.y()));
            context.setFill(palette.paint(colour(node)));
            context.fillRect(
                    corner.getX() - 1,
                    corner.getY() - 1,
                    Math.max(1, node.geometry().width() * scale),
                    Math.max(1, node.geometry().height() * scale));
        }
    }

    private static String colour(PlacedNode node) {
        if (node.model().signature().isEmpty()) {
            return "-weft-warn";
        }
        NodeRun.State state = node.model().run().state();
        return state == NodeRun.State.FAILED
                ? "-weft-err"
                : state == NodeRun.State.RUNNING ? "-weft-accent-text" : "-weft-line-strong";
    }

    private Point2D inMap(Point2D place) {
        Point2D middle = Rectangles.middle(content);
        return new Point2D(
                WIDTH / 2 + (place.getX() - middle.getX()) * scale,
                HEIGHT / 2 + (place.getY() - middle.getY()) * scale);
    }

    private void look(MouseEvent event) {
        Point2D middle = Rectangles.middle(content);
        board.look(board.sight()
                .centred(new Point2D(
                        middle.getX() + (event.getX() - WIDTH / 2) / scale,
                        middle.getY() + (event.getY() - HEIGHT / 2) / scale)));
        event.consume();
    }
}
