package dev.weft.editor.canvas.gesture;

import dev.weft.editor.canvas.board.Board;
import dev.weft.editor.canvas.model.Hit;
import dev.weft.editor.canvas.model.Identity;
import dev.weft.editor.canvas.model.PlacedNode;
import dev.weft.editor.document.Edit;
import dev.weft.editor.edit.Wires;
import dev.weft.editor.edit.Wiring;
import dev.weft.editor.node.PortAt;
import dev.weft.editor.window.NodeSearchOpener.LooseWire;
import dev.weft.editor.window.NodeSearchOpener.Request;
import dev.weft.graph.Link;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Workflow;
import dev.weft.graph.types.PortKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;

/// Drags a wire from a port, or the end of a wire off its input. Dropped on nothing, a new wire asks for a node
/// and an
/// old one is gone.
final class ConnectGesture implements Gesture {
    private static final double REACH = 24;

    private final Workplace workplace;
    private final Board board;
    private final Hit.OfPort pressed;
    private final Optional<Link> unplugged;
    private final PortAddress anchor;
    private final boolean fromOutput;
    private final Point2D start;
    private final PortKind kind;
    private final Set<PortAddress> fitting;
    private final Map<PortAddress, Point2D> ends = new HashMap<>();
    private final List<String> offered = new ArrayList<>();
    private Optional<PortAddress> target = Optional.empty();
    private boolean began;

    ConnectGesture(Workplace workplace, Hit.OfPort pressed) {
        this.workplace = workplace;
        this.board = workplace.board();
        this.pressed = pressed;
        Workflow graph = workplace.document().graph();
        unplugged = pressed.output()
                ? Optional.empty()
                : graph.links().stream()
                        .filter(link -> link.to().equals(pressed.address()))
                        .findFirst();
        anchor = unplugged.map(Link::from).orElse(pressed.address());
        fromOutput = pressed.output() || unplugged.isPresent();
        start = unplugged
                .flatMap(link -> board.drawing().node(link.from().node()))
                .flatMap(node -> node.output(anchor.port()))
                .orElse(pressed.centre());
        Workflow open = unplugged
                .map(link -> graph.withLinks(graph.links().stream()
                        .filter(there -> !Identity.same(there, link))
                        .toList()))
                .orElse(graph);
        Wiring wiring = new Wiring(open, workplace.catalog());
        fitting = fromOutput ? wiring.inputsFor(anchor) : wiring.outputsFor(anchor);
        kind = kind();
        fitting.forEach(port -> centre(port).ifPresent(centre -> ends.put(port, centre)));
    }

    private PortKind kind() {
        return board.drawing()
                .node(anchor.node())
                .flatMap(node -> node.model().signature())
                .flatMap(type -> fromOutput
                        ? type.output(anchor.port()).map(port -> port.kind())
                        : type.input(anchor.port())
                                .map(port -> port.kind())
                                .or(() -> type.parameter(anchor.port())
                                        .map(parameter -> parameter.kinds().getFirst())))
                .orElse(PortKind.ANY);
    }

    private Optional<Point2D> centre(PortAddress port) {
        Optional<PlacedNode> node = board.drawing().node(port.node());
        return node.flatMap(placed -> fromOutput ? placed.input(port.port()) : placed.output(port.port()));
    }

    @Override
    public void drag(Pointer pointer) {
        if (!began) {
            began = true;
            begin();
        }
        target = nearest(pointer.place()).or(() -> under(pointer.place()));
        Point2D end = target.map(ends::get).orElse(pointer.place());
        if (fromOutput) {
            board.marks().wire(start, end, end, kind);
        } else {
            board.marks().wire(end, start, end, kind);
        }
    }

    private void begin() {
        Map<String, Set<String>> byNode = new HashMap<>();
        fitting.forEach(port ->
                byNode.computeIfAbsent(port.node(), _ -> new HashSet<>()).add(port.port()));
        board.dimAllBut(id -> byNode.containsKey(id) || id.equals(anchor.node()));
        byNode.computeIfAbsent(anchor.node(), _ -> new HashSet<>());
        byNode.forEach((id, names) -> board.view(id).ifPresent(view -> {
            offered.add(id);
            Set<String> inputs = new HashSet<>(fromOutput ? names : Set.of());
            Set<String> outputs = new HashSet<>(fromOutput ? Set.of() : names);
            if (id.equals(anchor.node())) {
                (fromOutput ? outputs : inputs).add(anchor.port());
            }
            view.offer(inputs, outputs);
        }));
    }

    private Optional<PortAddress> nearest(Point2D place) {
        return ends.entrySet().stream()
                .filter(port -> port.getValue().distance(place) <= REACH)
                .min((one, other) -> Double.compare(
                        one.getValue().distance(place), other.getValue().distance(place)))
                .map(Map.Entry::getKey);
    }

    /// The row of a parameter that would take the wire.
    private Optional<PortAddress> under(Point2D place) {
        if (!fromOutput) {
            return Optional.empty();
        }
        for (PlacedNode node : board.drawing().nodes().values()) {
            if (node.bounds().contains(place)) {
                Optional<PortAt> port = node.geometry().portAt(place.getX() - node.x(), place.getY() - node.y());
                Optional<PortAddress> found = port.filter(at -> !at.output())
                        .map(at -> new PortAddress(node.id(), at.name()))
                        .filter(fitting::contains);
                found.ifPresent(
                        address -> ends.put(address, port.orElseThrow().centre().add(node.x(), node.y())));
                return found;
            }
        }
        return Optional.empty();
    }

    @Override
    public void drop(Pointer pointer) {
        Optional<PortAddress> end = target;
        if (end.isPresent()) {
            finish();
            connection(end.get()).ifPresent(workplace.document()::perform);
        } else if (unplugged.isPresent()) {
            finish();
            workplace
                    .document()
                    .perform(Wires.disconnect(
                            unplugged.get().from(), unplugged.get().to()));
        } else {
            askForNode(pointer);
        }
    }

    private Optional<Edit> connection(PortAddress end) {
        Workflow graph = workplace.document().graph();
        PortAddress from = fromOutput ? anchor : end;
        PortAddress to = fromOutput ? end : anchor;
        if (unplugged.isPresent()) {
            return end.equals(unplugged.get().to())
                    ? Optional.empty()
                    : Wires.replug(graph, workplace.catalog(), unplugged.get(), from, to);
        }
        return Wires.connect(graph, workplace.catalog(), from, to);
    }

    private void askForNode(Pointer pointer) {
        Point2D window = board.localToScene(pointer.view());
        workplace
                .search()
                .open(new Request(
                        workplace.document(),
                        window,
                        pointer.place(),
                        Optional.of(new LooseWire(anchor, fromOutput, kind)),
                        this::finish));
    }

    private void finish() {
        offered.forEach(id -> board.view(id).ifPresent(view -> view.endOffer()));
        workplace.restore();
    }

    @Override
    public void click(Pointer pointer) {
        workplace
                .document()
                .selection()
                .select(new dev.weft.editor.document.Item.OfNode(
                        pressed.address().node()));
    }

    @Override
    public void cancel() {
        finish();
    }
}
