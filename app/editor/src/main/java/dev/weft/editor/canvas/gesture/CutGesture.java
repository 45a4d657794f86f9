package dev.weft.editor.canvas.gesture;

import dev.weft.editor.canvas.model.PlacedWire;
import dev.weft.editor.document.Item;
import dev.weft.editor.edit.Wires;
import dev.weft.graph.Link;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;

/// Cuts all wires that a stroke crosses.
final class CutGesture implements Gesture {
    private final Workplace workplace;
    private final List<Point2D> stroke = new ArrayList<>();
    private final Set<Item.OfLink> crossed = new HashSet<>();
    private final List<Link> wires = new ArrayList<>();

    CutGesture(Workplace workplace, Pointer start) {
        this.workplace = workplace;
        stroke.add(start.place());
    }

    @Override
    public void drag(Pointer pointer) {
        Point2D last = stroke.getLast();
        stroke.add(pointer.place());
        workplace.board().marks().cut(stroke, workplace.board().sight().zoom());
        for (PlacedWire wire : workplace.board().drawing().wires().values()) {
            if (!crossed.contains(wire.item()) && wire.path().crosses(last, pointer.place())) {
                crossed.add(wire.item());
                wires.add(wire.link());
            }
        }
        workplace.board().markCut(crossed);
    }

    @Override
    public void drop(Pointer pointer) {
        workplace.restore();
        if (!wires.isEmpty()) {
            workplace.document().perform(Wires.cut(wires));
        }
    }

    @Override
    public void cancel() {
        workplace.restore();
    }
}
