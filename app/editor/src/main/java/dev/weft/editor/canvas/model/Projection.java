package dev.weft.editor.canvas.model;

import dev.weft.editor.document.Item;
import dev.weft.editor.edit.Places;
import dev.weft.editor.node.NodeGeometry;
import dev.weft.editor.node.NodeModel;
import dev.weft.editor.run.NodeRun;
import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Position;
import dev.weft.graph.Workflow;
import dev.weft.graph.types.PortKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;

/// Makes drawings of a graph, one after the other, and reuses in each what did not change since the last.
public final class Projection {
    private Drawing last = Drawing.EMPTY;
    private Ends ends = new Ends(List.of());

    /// The last drawing that was made.
    public Drawing last() {
        return last;
    }

    /// Draws the graph as it is now.
    public Drawing draw(Workflow graph, Surroundings surroundings) {
        if (!Identity.same(ends.links(), graph.links())) {
            ends = new Ends(graph.links());
        }
        Map<String, PlacedNode> nodes = new LinkedHashMap<>();
        for (Node node : graph.nodes()) {
            nodes.putIfAbsent(node.id(), place(node, surroundings));
        }
        Map<Item.OfLink, PlacedWire> wires = new LinkedHashMap<>();
        for (Link link : graph.links()) {
            PlacedNode from = nodes.get(link.from().node());
            PlacedNode to = nodes.get(link.to().node());
            if (from != null && to != null) {
                Item.OfLink key = new Item.OfLink(link.from(), link.to());
                wires.put(key, route(key, link, from, to));
            }
        }
        last = new Drawing(nodes, wires, graph.groups(), graph.notes());
        return last;
    }

    /// Draws one node again, after something became known of it, and the wires at its inputs.
    public Drawing redraw(String id, Surroundings surroundings) {
        PlacedNode old = last.nodes().get(id);
        if (old == null) {
            return last;
        }
        PlacedNode changed = place(old.node(), surroundings);
        if (Identity.same(changed, old)) {
            return last;
        }
        Drawing drawing = last.with(changed);
        Map<Item.OfLink, PlacedWire> wires = new LinkedHashMap<>(drawing.wires());
        wires.replaceAll((key, wire) -> {
            PlacedNode from = drawing.nodes().get(wire.link().from().node());
            PlacedNode to = drawing.nodes().get(wire.link().to().node());
            boolean touches = Identity.same(from, changed) || Identity.same(to, changed);
            return touches && from != null && to != null ? route(key, wire.link(), from, to) : wire;
        });
        last = new Drawing(drawing.nodes(), wires, drawing.groups(), drawing.notes());
        return last;
    }

    private PlacedNode place(Node node, Surroundings surroundings) {
        NodeModel model = new NodeModel(
                node,
                surroundings.catalog().find(node.type()),
                ends.inputs(node.id()),
                ends.outputs(node.id()),
                surroundings.shapes().apply(node.id()),
                surroundings.problems().apply(node.id()),
                surroundings.runs().apply(node.id()));
        PlacedNode old = last.nodes().get(node.id());
        Point2D corner = Places.of(node);
        if (old != null && old.model().equals(model)) {
            return old.x() == corner.getX() && old.y() == corner.getY()
                    ? old
                    : new PlacedNode(old.model(), old.geometry(), corner.getX(), corner.getY());
        }
        return new PlacedNode(model, NodeGeometry.of(model), corner.getX(), corner.getY());
    }

    private PlacedWire route(Item.OfLink key, Link link, PlacedNode from, PlacedNode to) {
        List<Point2D> points = new ArrayList<>(link.reroutes().size() + 2);
        points.add(from.output(link.from().port())
                .orElseGet(() -> new Point2D(from.x() + from.geometry().width(), from.y())));
        for (Position reroute : link.reroutes()) {
            points.add(Places.of(reroute));
        }
        points.add(to.input(link.to().port()).orElseGet(() -> new Point2D(to.x(), to.y())));
        PlacedWire.Condition condition = condition(link.to(), from, to);
        PlacedWire old = last.wires().get(key);
        if (old != null
                && Identity.same(old.link(), link)
                && old.condition() == condition
                && old.path().points().equals(points)) {
            return old;
        }
        return PlacedWire.of(link, kind(link, from, to), condition, new WirePath(points));
    }

    private static PlacedWire.Condition condition(PortAddress end, PlacedNode from, PlacedNode to) {
        NodeRun run = to.model().run();
        if (from.model().signature().isEmpty() || to.model().signature().isEmpty()) {
            return PlacedWire.Condition.MISSING;
        }
        return switch (run.state()) {
            case FAILED ->
                run.port().equals(Optional.of(end.port())) ? PlacedWire.Condition.FAULTY : PlacedWire.Condition.USUAL;
            case WAITING -> PlacedWire.Condition.WAITING;
            case NOT_RUN -> PlacedWire.Condition.BLOCKED;
            case IDLE, RUNNING, DONE, CACHED -> PlacedWire.Condition.USUAL;
        };
    }

    private static PortKind kind(Link link, PlacedNode from, PlacedNode to) {
        return from.model()
                .signature()
                .flatMap(type -> type.output(link.from().port()))
                .map(port -> port.kind())
                .or(() -> to.model()
                        .signature()
                        .flatMap(type -> type.input(link.to().port()))
                        .map(port -> port.kind()))
                .orElse(PortKind.ANY);
    }

    /// At which ports wires end and begin.
    private static final class Ends {
        private final List<Link> links;
        private final Map<String, Set<String>> inputs = new LinkedHashMap<>();
        private final Map<String, Set<String>> outputs = new LinkedHashMap<>();

        Ends(List<Link> links) {
            this.links = links;
            Map<String, List<String>> into = new LinkedHashMap<>();
            Map<String, List<String>> out = new LinkedHashMap<>();
            for (Link link : links) {
                into.computeIfAbsent(link.to().node(), _ -> new ArrayList<>())
                        .add(link.to().port());
                out.computeIfAbsent(link.from().node(), _ -> new ArrayList<>())
                        .add(link.from().port());
            }
            into.forEach((id, ports) -> inputs.put(id, Set.copyOf(ports)));
            out.forEach((id, ports) -> outputs.put(id, Set.copyOf(ports)));
        }

        List<Link> links() {
            return links;
        }

        Set<String> inputs(String node) {
            return inputs.getOrDefault(node, Set.of());
        }

        Set<String> outputs(String node) {
            return outputs.getOrDefault(node, Set.of());
        }
    }
}
