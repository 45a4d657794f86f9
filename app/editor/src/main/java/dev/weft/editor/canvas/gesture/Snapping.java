package dev.weft.editor.canvas.gesture;

import dev.weft.editor.canvas.model.Drawing;
import dev.weft.editor.canvas.model.PlacedNode;
import dev.weft.editor.canvas.model.Rectangles;
import dev.weft.editor.canvas.model.Sight;
import dev.weft.editor.document.Item;
import dev.weft.editor.theme.Measures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// Lets what is moved lie level with other nodes in view, or else on the grid.
final class Snapping {
    private static final double NEAR = 6;
    private static final List<ToDoubleFunction<Rectangle2D>> ACROSS = List.of(
            Rectangle2D::getMinX,
            Rectangle2D::getMaxX,
            rectangle -> Rectangles.middle(rectangle).getX());
    private static final List<ToDoubleFunction<Rectangle2D>> DOWN = List.of(
            Rectangle2D::getMinY,
            Rectangle2D::getMaxY,
            rectangle -> Rectangles.middle(rectangle).getY());

    private Snapping() {}

    /// @param correction what to add to the way
    /// @param guides lines along what is level
    record Result(Point2D correction, List<List<Point2D>> guides) {}

    private record Level(double correction, Rectangle2D other, double at) {}

    static Result of(Rectangle2D moved, Drawing drawing, Set<Item> moving, Sight sight) {
        Rectangle2D seen = sight.seen();
        List<Rectangle2D> others = new ArrayList<>();
        for (PlacedNode node : drawing.nodes().values()) {
            if (!moving.contains(new Item.OfNode(node.id())) && seen.intersects(node.bounds())) {
                others.add(node.bounds());
            }
        }
        double near = NEAR / sight.zoom();
        Optional<Level> across = level(moved, others, ACROSS, near);
        Optional<Level> down = level(moved, others, DOWN, near);
        Point2D correction = new Point2D(
                across.map(Level::correction).orElseGet(() -> toGrid(moved.getMinX())),
                down.map(Level::correction).orElseGet(() -> toGrid(moved.getMinY())));
        Rectangle2D now = Rectangles.moved(moved, correction.getX(), correction.getY());
        List<List<Point2D>> guides = new ArrayList<>();
        across.ifPresent(level -> guides.add(List.of(
                new Point2D(level.at(), Math.min(now.getMinY(), level.other().getMinY())),
                new Point2D(level.at(), Math.max(now.getMaxY(), level.other().getMaxY())))));
        down.ifPresent(level -> guides.add(List.of(
                new Point2D(Math.min(now.getMinX(), level.other().getMinX()), level.at()),
                new Point2D(Math.max(now.getMaxX(), level.other().getMaxX()), level.at()))));
        return new Result(correction, guides);
    }

    private static double toGrid(double coordinate) {
        return Math.round(coordinate / Measures.SNAP) * Measures.SNAP - coordinate;
    }

    private static Optional<Level> level(
            Rectangle2D moved, List<Rectangle2D> others, List<ToDoubleFunction<Rectangle2D>> edges, double near) {
        Optional<Level> best = Optional.empty();
        for (Rectangle2D other : others) {
            for (ToDoubleFunction<Rectangle2D> edge : edges) {
                double at = edge.applyAsDouble(other);
                double correction = at - edge.applyAsDouble(moved);
                boolean better = best.isEmpty()
                        || Math.abs(correction) < Math.abs(best.get().correction());
                if (Math.abs(correction) <= near && better) {
                    best = Optional.of(new Level(correction, other, at));
                }
            }
        }
        return best;
    }
}
