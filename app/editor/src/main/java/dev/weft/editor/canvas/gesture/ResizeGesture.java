package dev.weft.editor.canvas.gesture;

import dev.weft.editor.canvas.model.Drawing;
import dev.weft.editor.document.Item;
import dev.weft.editor.theme.Measures;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// Makes a node, group or note larger or smaller by its lower right corner. Steps that follow one another are
/// undone
/// as one.
final class ResizeGesture implements Gesture {
    private final Workplace workplace;
    private final Pointer start;
    private final Item item;
    private final Rectangle2D bounds;
    private boolean changed;

    ResizeGesture(Workplace workplace, Pointer start, Item item) {
        this.workplace = workplace;
        this.start = start;
        this.item = item;
        Drawing drawing = workplace.actual().get();
        this.bounds = drawing.bounds(item).orElseThrow();
        workplace.document().seal();
    }

    @Override
    public void drag(Pointer pointer) {
        Point2D way = pointer.place().subtract(start.place());
        double width = step(bounds.getWidth() + way.getX());
        double height = step(bounds.getHeight() + way.getY());
        changed = true;
        workplace.document().perform(Sizes.edit(item, bounds, width, height));
    }

    private double step(double length) {
        double grid = workplace.preferences().snapProperty().get() ? Measures.SNAP : 1;
        return Math.round(length / grid) * grid;
    }

    @Override
    public void drop(Pointer pointer) {
        workplace.document().seal();
    }

    @Override
    public void click(Pointer pointer) {
        workplace.document().selection().select(item);
    }

    @Override
    public void cancel() {
        if (changed) {
            workplace.document().undo();
        }
    }
}
