package dev.weft.editor.canvas.board;

import dev.weft.editor.canvas.model.HitTest;
import dev.weft.editor.edit.Places;
import dev.weft.graph.Group;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A group: a rectangle with a title.
final class GroupView extends Region {
    private static final double PADDING = 10;

    private final Label title = new Label();

    GroupView() {
        setManaged(false);
        setPickOnBounds(false);
        setMouseTransparent(true);
        getStyleClass().add("canvas-group");
        title.getStyleClass().add("canvas-group-title");
        getChildren().add(title);
    }

    void show(Group group) {
        Rectangle2D bounds = Places.of(group.bounds());
        title.setText(group.title());
        setStyle(Tints.style(group.color()));
        resizeRelocate(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }

    void select(boolean selected) {
        pseudoClassStateChanged(PseudoClass.getPseudoClass("selected"), selected);
    }

    @Override
    protected void layoutChildren() {
        title.resizeRelocate(PADDING, 0, Math.max(0, getWidth() - 2 * PADDING), HitTest.GROUP_TITLE);
    }
}
