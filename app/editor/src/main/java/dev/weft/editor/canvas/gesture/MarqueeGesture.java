package dev.weft.editor.canvas.gesture;

import dev.weft.editor.canvas.model.Drawing;
import dev.weft.editor.canvas.model.PlacedWire;
import dev.weft.editor.canvas.model.Rectangles;
import dev.weft.editor.document.Item;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// Selects what a rectangle touches; groups, and notes behind nodes, only when it holds them wholly.
final class MarqueeGesture implements Gesture {
    private final Workplace workplace;
    private final Pointer start;
    private final Set<Item> before;

    MarqueeGesture(Workplace workplace, Pointer start) {
        this.workplace = workplace;
        this.start = start;
        this.before = start.adds() ? workplace.document().selection().items() : Set.of();
    }

    @Override
    public void drag(Pointer pointer) {
        Rectangle2D rectangle = Rectangles.between(start.place(), pointer.place());
        workplace.board().marks().marquee(rectangle, workplace.board().sight().zoom());
        Set<Item> chosen = new LinkedHashSet<>(before);
        chosen.addAll(within(workplace.board().drawing(), rectangle));
        workplace.document().selection().select(chosen);
    }

    @Override
    public void drop(Pointer pointer) {
        workplace.board().marks().clear();
    }

    @Override
    public void click(Pointer pointer) {
        if (!start.adds()) {
            workplace.document().selection().clear();
        }
    }

    @Override
    public void cancel() {
        workplace.board().marks().clear();
        workplace.document().selection().select(before);
    }

    private static Set<Item> within(Drawing drawing, Rectangle2D rectangle) {
        Set<Item> found = new LinkedHashSet<>();
        for (Item item : drawing.items()) {
            Rectangle2D bounds = drawing.bounds(item).orElseThrow();
            boolean chosen = item instanceof Item.OfGroup ? rectangle.contains(bounds) : rectangle.intersects(bounds);
            if (chosen) {
                found.add(item);
            }
        }
        for (PlacedWire wire : drawing.wires().values()) {
            List<Point2D> points = wire.path().points();
            for (int i = 1; i + 1 < points.size(); i++) {
                if (rectangle.contains(points.get(i))) {
                    found.add(new Item.OfReroute(wire.link().from(), wire.link().to(), i - 1));
                }
            }
        }
        return found;
    }
}
