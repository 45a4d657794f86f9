package dev.weft.editor.canvas.board;

import dev.weft.editor.canvas.model.PlacedNode;
import dev.weft.editor.run.NodeRun;
import dev.weft.graph.Mode;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeType;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// A node from afar: one rectangle, its state at the left edge, and its title as long as that fits. It also
/// stands for
/// nodes whose view is not made yet.
final class NodeShell extends Region {
    private static final double TITLE = 11;
    private static final double MARGIN = 6;
    private static final double EDGE = 3;
    private static final double LOWEST_WITH_TITLE = 16;

    private final Palette palette;
    private final Rectangle body = new Rectangle();
    private final Rectangle edge = new Rectangle();
    private final Text title = new Text();

    NodeShell(Palette palette) {
        this.palette = palette;
        setManaged(false);
        setMouseTransparent(true);
        body.setStrokeType(StrokeType.INSIDE);
        body.setArcWidth(16);
        body.setArcHeight(16);
        title.setTextOrigin(VPos.CENTER);
        title.setFont(Font.font("Inter Medium", TITLE));
        title.setManaged(false);
        getChildren().addAll(body, edge, title);
    }

    void show(PlacedNode node, boolean selected, double zoom) {
        double width = node.geometry().width();
        double height = node.geometry().height();
        body.setWidth(width);
        body.setHeight(height);
        body.setFill(palette.paint("-weft-node"));
        body.setStroke(palette.paint(selected ? "-weft-accent-text" : "-weft-line-strong"));
        body.setStrokeWidth((selected ? 2 : 1) / zoom);
        edge.setWidth(EDGE / zoom);
        edge.setHeight(height);
        String state = stateColour(node);
        edge.setVisible(!state.isEmpty());
        edge.setFill(state.isEmpty() ? Color.TRANSPARENT : palette.paint(state));
        setOpacity(node.node().mode() == Mode.MUTED ? 0.45 : 1);
        showTitle(node, width * zoom, height * zoom, zoom);
    }

    private void showTitle(PlacedNode node, double wide, double high, double zoom) {
        String words = node.model().title();
        title.setVisible(high >= LOWEST_WITH_TITLE && words.length() * TITLE * 0.58 + 2 * MARGIN <= wide);
        if (!title.isVisible()) {
            return;
        }
        title.setText(words);
        title.setFill(palette.paint("-weft-text"));
        title.setScaleX(1 / zoom);
        title.setScaleY(1 / zoom);
        double length = title.getLayoutBounds().getWidth();
        title.setX(MARGIN / zoom + EDGE / zoom + (length / zoom - length) / 2);
        title.setY(Math.min(node.geometry().height() / 2, 10 / zoom));
    }

    private static String stateColour(PlacedNode node) {
        if (node.model().signature().isEmpty()) {
            return "-weft-warn";
        }
        NodeRun.State state = node.model().run().state();
        return switch (state) {
            case RUNNING -> "-weft-accent-text";
            case FAILED -> "-weft-err";
            case DONE, CACHED -> "-weft-ok";
            case WAITING, NOT_RUN -> "-weft-text-3";
            case IDLE -> "";
        };
    }
}
