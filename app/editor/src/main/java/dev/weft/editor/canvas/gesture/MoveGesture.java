package dev.weft.editor.canvas.gesture;

import dev.weft.editor.canvas.model.Displacement;
import dev.weft.editor.canvas.model.Drawing;
import dev.weft.editor.canvas.model.Hit;
import dev.weft.editor.canvas.model.HitTest;
import dev.weft.editor.canvas.model.PlacedNode;
import dev.weft.editor.canvas.model.PlacedWire;
import dev.weft.editor.canvas.model.Rectangles;
import dev.weft.editor.document.Edit;
import dev.weft.editor.document.Item;
import dev.weft.editor.document.Selection;
import dev.weft.editor.edit.Movement;
import dev.weft.editor.edit.Pasting;
import dev.weft.editor.edit.Wires;
import dev.weft.graph.Link;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// Moves the selection, or a copy of it. One node that is dropped on a wire is put into it.
final class MoveGesture implements Gesture {
    private final Workplace workplace;
    private final Pointer start;
    private final Item pressed;
    private final boolean wasSelected;
    private Drawing before;
    private Set<Item> moving = Set.of();
    private Optional<Rectangle2D> bounds = Optional.empty();
    private Optional<PlacedWire> wire = Optional.empty();
    private Point2D way = Point2D.ZERO;
    private boolean began;

    MoveGesture(Workplace workplace, Pointer start, Item pressed) {
        this.workplace = workplace;
        this.start = start;
        this.pressed = pressed;
        this.before = workplace.actual().get();
        Selection selection = workplace.document().selection();
        wasSelected = selection.contains(pressed);
        if (!wasSelected) {
            if (start.adds()) {
                selection.toggle(pressed);
            } else {
                selection.select(pressed);
            }
        }
    }

    @Override
    public void drag(Pointer pointer) {
        if (!began) {
            begin();
        }
        Point2D wanted = pointer.place().subtract(start.place());
        way = snapped(wanted, pointer.shortcut());
        workplace.board().show(Displacement.of(before, moving, way.getX(), way.getY()));
        wire = target(pointer);
        workplace.board().hover(wire.map(PlacedWire::item));
    }

    private void begin() {
        began = true;
        Selection selection = workplace.document().selection();
        if (start.alt()) {
            new Pasting(workplace.document().graph(), workplace.document().shownSubgraph(), workplace.catalog(), false)
                    .duplicate(selection.items(), 0, 0)
                    .in(workplace.document());
            before = workplace.actual().get();
        }
        moving = Movement.carried(workplace.document().graph(), selection.items(), workplace.sizes());
        bounds = before.around(moving);
    }

    private Point2D snapped(Point2D wanted, boolean free) {
        if (free || !workplace.preferences().snapProperty().get() || bounds.isEmpty()) {
            return new Point2D(Math.round(wanted.getX()), Math.round(wanted.getY()));
        }
        Snapping.Result result = Snapping.of(
                Rectangles.moved(bounds.get(), wanted.getX(), wanted.getY()),
                before,
                moving,
                workplace.board().sight());
        workplace
                .board()
                .marks()
                .guides(result.guides(), workplace.board().sight().zoom());
        return wanted.add(result.correction());
    }

    /// The wire under the pointer into which the only moving node fits.
    private Optional<PlacedWire> target(Pointer pointer) {
        if (moving.size() != 1 || !(pressed instanceof Item.OfNode node)) {
            return Optional.empty();
        }
        Optional<Rectangle2D> covered =
                workplace.board().drawing().node(node.id()).map(PlacedNode::bounds);
        return covered.map(Rectangles::middle)
                .flatMap(middle -> wireAt(middle).or(() -> wireAt(pointer.place())))
                .filter(found -> fits(node.id(), found.link()));
    }

    private Optional<PlacedWire> wireAt(Point2D place) {
        Drawing wires = new Drawing(java.util.Map.of(), before.wires(), java.util.List.of(), java.util.List.of());
        return HitTest.at(wires, place, workplace.board().sight().zoom()) instanceof Hit.OfWire hit
                ? Optional.of(hit.wire())
                : Optional.empty();
    }

    private boolean fits(String node, Link link) {
        return Wires.insert(workplace.document().graph(), workplace.catalog(), node, link)
                .isPresent();
    }

    @Override
    public void drop(Pointer pointer) {
        workplace.board().hover(Optional.empty());
        Edit move = Movement.by(
                workplace.document().graph(),
                workplace.document().selection().items(),
                workplace.sizes(),
                way.getX(),
                way.getY());
        Optional<Edit> insert = wire.flatMap(found -> Wires.insert(
                workplace.document().graph(), workplace.catalog(), ((Item.OfNode) pressed).id(), found.link()));
        workplace
                .document()
                .perform(insert.map(found -> Edit.of(
                                found.name(),
                                graph -> found.change().apply(move.change().apply(graph))))
                        .orElse(move));
        workplace.document().seal();
        workplace.restore();
    }

    @Override
    public void click(Pointer pointer) {
        if (wasSelected && start.adds()) {
            workplace.document().selection().toggle(pressed);
        } else if (wasSelected) {
            workplace.document().selection().select(pressed);
        }
    }

    @Override
    public void cancel() {
        workplace.board().hover(Optional.empty());
        workplace.restore();
    }
}
