package dev.weft.editor.edit;

import dev.weft.editor.document.Edit;
import dev.weft.editor.document.Item;
import dev.weft.editor.text.Texts;
import dev.weft.graph.ExposedParameter;
import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Subgraph;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonObject;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// Makes one node of several: a subgraph whose ports are the wires that are cut.
public final class SubgraphMaking {
    /// How far its node's corner lies from the middle of what it stands for.
    static final Point2D HALF = new Point2D(88, 64);

    private static final Texts TEXTS = Texts.of(SubgraphMaking.class);
    private static final double GAP = 64;
    private static final double END_WIDTH = 152;

    private final Workflow graph;
    private final Fragment fragment;
    private final Set<String> inner;
    private final Collection<? extends Item> items;
    private final Map<PortAddress, String> inputs = new LinkedHashMap<>();
    private final Map<PortAddress, String> outputs = new LinkedHashMap<>();
    private final Identifiers inputNames = new Identifiers(List.of());
    private final Identifiers outputNames = new Identifiers(List.of());
    private final String id;
    private final String node;
    private final PortAddress inputsEnd;
    private final PortAddress outputsEnd;

    private SubgraphMaking(Workflow graph, Collection<? extends Item> items, String title) {
        this.graph = graph;
        this.items = items;
        this.fragment = Fragment.of(graph, items);
        this.inner = fragment.content().nodes().stream().map(Node::id).collect(Collectors.toSet());
        this.id = Definitions.identifiers(graph).next(PortNames.of(title, Subgraph.NAMESPACE));
        this.node = Nodes.identifiers(graph).next(id);
        Identifiers ids = Nodes.identifiers(fragment.content());
        this.inputsEnd = new PortAddress(ids.next(Subgraph.INPUTS.path()), "x");
        this.outputsEnd = new PortAddress(ids.next(Subgraph.OUTPUTS.path()), "x");
    }

    /// Makes a subgraph of what is given. What the form showed of it is shown on, under its name.
    ///
    /// @param title what people call it, or empty for a usual one
    /// @return nothing if no node is among it
    public static Optional<Placement> of(
            Workflow graph, Collection<? extends Item> items, String title, NodeCatalog catalog, NodeSizes sizes) {
        String name = title.isBlank() ? TEXTS.get("new_subgraph") : title.strip();
        SubgraphMaking making = new SubgraphMaking(graph, items, name);
        if (making.inner.isEmpty()) {
            return Optional.empty();
        }
        Workflow made = making.make(name, catalog, sizes);
        Edit edit = Edit.of(TEXTS.get("make_subgraph"), now -> made.withView(now.view()));
        return Optional.of(new Placement(edit, List.of(new Item.OfNode(making.node))));
    }

    private Workflow make(String title, NodeCatalog catalog, NodeSizes sizes) {
        nameInputs();
        nameOutputs(catalog);
        Workflow content = fragment.content();
        Rectangle2D extent = Groups.extent(
                        graph, inner.stream().map(Item.OfNode::new).toList(), sizes)
                .orElse(Rectangle2D.EMPTY);
        List<Node> nodes = new ArrayList<>();
        nodes.add(Node.of(inputsEnd.node(), Subgraph.INPUTS, 1, Map.of())
                .withPosition(Places.position(extent.getMinX() - GAP - END_WIDTH, extent.getMinY())));
        nodes.addAll(content.nodes());
        nodes.add(Node.of(outputsEnd.node(), Subgraph.OUTPUTS, 1, Map.of())
                .withPosition(Places.position(extent.getMaxX() + GAP, extent.getMinY())));
        Map<String, ExposedParameter> exposed = exposed();
        Subgraph subgraph = new Subgraph(
                id,
                title,
                List.copyOf(new LinkedHashSet<>(inputs.values())),
                List.copyOf(new LinkedHashSet<>(outputs.values())),
                List.copyOf(exposed.values()),
                nodes,
                innerLinks(),
                content.groups(),
                content.notes(),
                Optional.empty(),
                JsonObject.EMPTY);
        Node outer = Node.of(node, subgraph.type(), 1, Map.of()).withPosition(Places.position(middle(extent)));
        Workflow without = Removal.without(graph, items);
        return without.withNodes(appended(without.nodes(), outer))
                .withLinks(Stream.concat(without.links().stream(), outerLinks().stream())
                        .toList())
                .withForm(form(exposed))
                .withSubgraphs(appended(graph.subgraphs(), subgraph));
    }

    static Point2D middle(Rectangle2D extent) {
        return new Point2D(
                extent.getMinX() + extent.getWidth() / 2 - HALF.getX(),
                extent.getMinY() + extent.getHeight() / 2 - HALF.getY());
    }

    /// One input for each output outside that is cut off, named like the first port that it feeds.
    private void nameInputs() {
        for (Fragment.Incoming wire : fragment.incoming()) {
            inputs.computeIfAbsent(wire.from(), _ -> inputNames.next(wire.to().port()));
        }
    }

    /// One output for each output inside that is cut off, and all of those nodes that give nothing to any
    /// other.
    private void nameOutputs(NodeCatalog catalog) {
        Set<String> giving =
                graph.links().stream().map(link -> link.from().node()).collect(Collectors.toSet());
        for (Link link : graph.links()) {
            if (inner.contains(link.from().node()) && !inner.contains(link.to().node())) {
                outputs.computeIfAbsent(link.from(), from -> outputNames.next(from.port()));
            }
        }
        for (Node found : fragment.content().nodes()) {
            if (!giving.contains(found.id())) {
                catalog.find(found.type()).map(NodeSignature::outputs).orElse(List.of()).stream()
                        .map(OutputPort::name)
                        .forEach(port -> outputs.computeIfAbsent(
                                new PortAddress(found.id(), port), _ -> outputNames.next(port)));
            }
        }
    }

    private List<Link> innerLinks() {
        List<Link> links = new ArrayList<>(fragment.content().links());
        for (Fragment.Incoming wire : fragment.incoming()) {
            Optional.ofNullable(inputs.get(wire.from()))
                    .ifPresent(name -> links.add(Link.of(new PortAddress(inputsEnd.node(), name), wire.to())));
        }
        outputs.forEach((from, name) -> links.add(Link.of(from, new PortAddress(outputsEnd.node(), name))));
        return links;
    }

    private List<Link> outerLinks() {
        List<Link> links = new ArrayList<>();
        inputs.forEach((from, name) -> links.add(Link.of(from, new PortAddress(node, name))));
        for (Link link : graph.links()) {
            if (!inner.contains(link.to().node())) {
                Optional.ofNullable(outputs.get(link.from()))
                        .ifPresent(name -> links.add(Link.of(new PortAddress(node, name), link.to())));
            }
        }
        return links;
    }

    /// What the form shows of the inner nodes, by node and parameter, under names that ports of nodes can have.
    private Map<String, ExposedParameter> exposed() {
        Map<String, ExposedParameter> exposed = new LinkedHashMap<>();
        for (ExposedParameter field : graph.form()) {
            if (inner.contains(field.node())) {
                exposed.computeIfAbsent(
                        field.node() + "." + field.parameter(),
                        _ -> new ExposedParameter(
                                inputNames.next(field.parameter()), field.node(), field.parameter(), JsonObject.EMPTY));
            }
        }
        return exposed;
    }

    private List<ExposedParameter> form(Map<String, ExposedParameter> exposed) {
        return graph.form().stream()
                .map(field -> Optional.ofNullable(exposed.get(field.node() + "." + field.parameter()))
                        .map(inside -> new ExposedParameter(field.name(), node, inside.name(), field.extra()))
                        .orElse(field))
                .toList();
    }

    private static <T> List<T> appended(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }
}
