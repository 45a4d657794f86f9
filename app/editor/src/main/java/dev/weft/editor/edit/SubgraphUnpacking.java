package dev.weft.editor.edit;

import dev.weft.editor.document.Edit;
import dev.weft.editor.document.Item;
import dev.weft.editor.text.Texts;
import dev.weft.graph.ExposedParameter;
import dev.weft.graph.Link;
import dev.weft.graph.Mode;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.PortAddress;
import dev.weft.graph.SeedChange;
import dev.weft.graph.Subgraph;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// Puts what a subgraph holds in the place of a node that stands for it. The subgraph itself stays in the
/// workflow.
public final class SubgraphUnpacking {
    private static final Texts TEXTS = Texts.of(SubgraphUnpacking.class);

    private final Workflow graph;
    private final Node node;
    private final Subgraph subgraph;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<PortAddress, PortAddress> parameters = new HashMap<>();

    private SubgraphUnpacking(Workflow graph, Node node, Subgraph subgraph) {
        this.graph = graph;
        this.node = node;
        this.subgraph = subgraph;
        Identifiers identifiers = new Identifiers(graph.nodes().stream()
                .map(Node::id)
                .filter(id -> !id.equals(node.id()))
                .toList());
        inner().forEach(found -> ids.put(found.id(), identifiers.next(found.id())));
        for (ExposedParameter exposed : subgraph.parameters()) {
            if (ids.containsKey(exposed.node()) && isPortName(exposed.name()) && isPortName(exposed.parameter())) {
                parameters.putIfAbsent(
                        new PortAddress(node.id(), exposed.name()),
                        new PortAddress(renamed(exposed.node()), exposed.parameter()));
            }
        }
    }

    /// Unpacks one node. Values that were set on it are set on the nodes inside.
    ///
    /// @return nothing if it stands for no subgraph
    public static Optional<Placement> of(Workflow graph, String node, NodeSizes sizes) {
        Optional<Node> found = graph.node(node);
        Optional<Subgraph> subgraph = found.flatMap(there -> graph.subgraph(there.type()));
        if (found.isEmpty() || subgraph.isEmpty()) {
            return Optional.empty();
        }
        SubgraphUnpacking unpacking = new SubgraphUnpacking(graph, found.get(), subgraph.get());
        Workflow unpacked = unpacking.unpack(sizes);
        List<Item> items = new ArrayList<>();
        unpacking.inner().forEach(each -> items.add(new Item.OfNode(unpacking.renamed(each.id()))));
        IntStream.range(graph.groups().size(), unpacked.groups().size()).forEach(i -> items.add(new Item.OfGroup(i)));
        IntStream.range(graph.notes().size(), unpacked.notes().size()).forEach(i -> items.add(new Item.OfNote(i)));
        Edit edit = Edit.of(TEXTS.get("unpack_subgraph"), now -> unpacked.withView(now.view()));
        return Optional.of(new Placement(edit, items));
    }

    private Workflow unpack(NodeSizes sizes) {
        Workflow inside = Workflow.of(inner(), subgraph.links())
                .withGroups(subgraph.groups())
                .withNotes(subgraph.notes());
        Rectangle2D extent = Groups.extent(
                        inside,
                        inner().stream()
                                .map(found -> new Item.OfNode(found.id()))
                                .toList(),
                        sizes)
                .orElse(Rectangle2D.EMPTY);
        Point2D shift = Places.of(node).subtract(SubgraphMaking.middle(extent));
        Workflow moved = Movement.moved(inside, shift.getX(), shift.getY());
        List<Node> nodes = new ArrayList<>(graph.nodes());
        int place = nodes.indexOf(node);
        nodes.remove(place);
        nodes.addAll(place, moved.nodes().stream().map(this::unpacked).toList());
        return graph.withNodes(nodes)
                .withLinks(links(moved.links()))
                .withForm(graph.form().stream()
                        .flatMap(field -> unpacked(field).stream())
                        .toList())
                .withGroups(Stream.concat(graph.groups().stream(), moved.groups().stream())
                        .toList())
                .withNotes(Stream.concat(graph.notes().stream(), moved.notes().stream())
                        .toList());
    }

    private List<Node> inner() {
        return subgraph.nodes().stream()
                .filter(found -> !Removal.isEndOfSubgraph(found))
                .toList();
    }

    private Node unpacked(Node inside) {
        String id = renamed(inside.id());
        Map<String, JsonValue> values = new LinkedHashMap<>(inside.parameters());
        Map<String, SeedChange> changes = new LinkedHashMap<>(inside.seedChanges());
        parameters.forEach((outer, inner) -> {
            if (inner.node().equals(id)) {
                Optional.ofNullable(node.parameters().get(outer.port()))
                        .ifPresent(value -> values.put(inner.port(), value));
                Optional.ofNullable(node.seedChanges().get(outer.port()))
                        .ifPresent(change -> changes.put(inner.port(), change));
            }
        });
        Mode mode = node.mode() == Mode.ACTIVE ? inside.mode() : node.mode();
        return inside.withId(id).withParameters(values).withSeedChanges(changes).withMode(mode);
    }

    /// A field of the form as one of the node inside; nothing if there is no such parameter.
    private Optional<ExposedParameter> unpacked(ExposedParameter field) {
        if (!field.node().equals(node.id())) {
            return Optional.of(field);
        }
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getKey().port().equals(field.parameter()))
                .map(parameter -> new ExposedParameter(
                        field.name(),
                        parameter.getValue().node(),
                        parameter.getValue().port(),
                        field.extra()))
                .findFirst();
    }

    private List<Link> links(List<Link> inside) {
        Map<String, List<PortAddress>> givers = new HashMap<>();
        for (Link link : graph.links()) {
            if (link.to().node().equals(node.id())) {
                givers.computeIfAbsent(link.to().port(), _ -> new ArrayList<>()).add(link.from());
            }
        }
        List<Link> links = new ArrayList<>();
        for (Link link : graph.links()) {
            boolean from = link.from().node().equals(node.id());
            boolean to = link.to().node().equals(node.id());
            if (from && !to) {
                sources(inside, link.from().port(), givers)
                        .forEach(source -> links.add(Link.of(source, link.to()).withReroutes(link.reroutes())));
            } else if (to && !from) {
                Optional.ofNullable(parameters.get(link.to()))
                        .ifPresent(parameter -> links.add(Link.of(link.from(), parameter)));
            } else if (!to) {
                links.add(link);
            }
        }
        for (Link link : inside) {
            if (ids.containsKey(link.to().node())) {
                PortAddress to = port(link.to());
                boolean set = links.stream().anyMatch(there -> there.to().equals(to));
                if (ids.containsKey(link.from().node()) && !set) {
                    links.add(new Link(port(link.from()), to, link.reroutes(), link.extra()));
                } else if (isEnd(link.from(), Subgraph.INPUTS) && !set) {
                    givers.getOrDefault(link.from().port(), List.of()).stream()
                            .limit(1)
                            .forEach(giver -> links.add(Link.of(giver, to)));
                }
            }
        }
        return links;
    }

    /// What gives a value to an output of the subgraph: a node inside, or what feeds the input that is passed
    /// through.
    private Stream<PortAddress> sources(List<Link> inside, String output, Map<String, List<PortAddress>> givers) {
        return inside.stream()
                .filter(link -> link.to().port().equals(output) && isEnd(link.to(), Subgraph.OUTPUTS))
                .limit(1)
                .flatMap(link -> isEnd(link.from(), Subgraph.INPUTS)
                        ? givers.getOrDefault(link.from().port(), List.of()).stream()
                                .limit(1)
                        : Stream.of(link.from())
                                .filter(from -> ids.containsKey(from.node()))
                                .map(this::port));
    }

    private boolean isEnd(PortAddress port, NodeTypeId type) {
        return subgraph.nodes().stream()
                .anyMatch(
                        found -> found.id().equals(port.node()) && found.type().equals(type));
    }

    private PortAddress port(PortAddress inside) {
        return new PortAddress(renamed(inside.node()), inside.port());
    }

    private String renamed(String id) {
        return ids.getOrDefault(id, id);
    }

    private static boolean isPortName(String name) {
        return !name.isEmpty() && name.indexOf('.') < 0;
    }
}
