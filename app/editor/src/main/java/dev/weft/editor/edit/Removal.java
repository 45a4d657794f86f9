package dev.weft.editor.edit;

import dev.weft.editor.document.Edit;
import dev.weft.editor.document.Item;
import dev.weft.editor.text.Texts;
import dev.weft.graph.ExposedParameter;
import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Position;
import dev.weft.graph.Subgraph;
import dev.weft.graph.Workflow;
import dev.weft.graph.subgraph.PassThrough;
import dev.weft.graph.types.NodeCatalog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Takes things out of a graph, with all that is nothing without them.
public final class Removal {
    private static final Texts TEXTS = Texts.of(Removal.class);

    private Removal() {}

    /// Removes what is given: nodes with their wires and their places in the form, wires, points of wires,
    /// groups
    /// without what they hold, notes. The ends of a subgraph stay.
    public static Edit of(Collection<? extends Item> items) {
        List<Item> chosen = List.copyOf(items);
        return Edit.of(name(chosen), graph -> without(graph, chosen));
    }

    /// As [#of(Collection)], but what flowed into a removed node flows on to where the node gave something of
    /// that
    /// kind, as through a bypassed one.
    public static Edit healing(Collection<? extends Item> items, NodeCatalog catalog) {
        List<Item> chosen = List.copyOf(items);
        return Edit.of(name(chosen), graph -> {
            List<Link> healed = healed(graph, nodes(graph, chosen), catalog);
            return Wires.with(without(graph, chosen), healed);
        });
    }

    private static String name(List<Item> items) {
        if (items.size() != 1) {
            return TEXTS.get("remove", items.size());
        }
        return TEXTS.get(
                switch (items.getFirst()) {
                    case Item.OfNode ignored -> "remove_node";
                    case Item.OfLink ignored -> "disconnect";
                    case Item.OfReroute ignored -> "remove_reroute";
                    case Item.OfGroup ignored -> "remove_group";
                    case Item.OfNote ignored -> "remove_note";
                });
    }

    static Workflow without(Workflow graph, Collection<? extends Item> items) {
        Set<String> nodes = nodes(graph, items);
        Workflow thinned = withoutPoints(graph, items);
        List<Link> links = thinned.links().stream()
                .filter(link -> !nodes.contains(link.from().node())
                        && !nodes.contains(link.to().node()))
                .filter(link -> !items.contains(new Item.OfLink(link.from(), link.to())))
                .toList();
        List<ExposedParameter> form = graph.form().stream()
                .filter(exposed -> !nodes.contains(exposed.node()))
                .toList();
        return thinned.withNodes(graph.nodes().stream()
                        .filter(node -> !nodes.contains(node.id()))
                        .toList())
                .withLinks(links)
                .withGroups(IntStream.range(0, graph.groups().size())
                        .filter(index -> !items.contains(new Item.OfGroup(index)))
                        .mapToObj(graph.groups()::get)
                        .toList())
                .withNotes(IntStream.range(0, graph.notes().size())
                        .filter(index -> !items.contains(new Item.OfNote(index)))
                        .mapToObj(graph.notes()::get)
                        .toList())
                .withForm(form);
    }

    private static Set<String> nodes(Workflow graph, Collection<? extends Item> items) {
        Set<String> chosen = new HashSet<>();
        for (Item item : items) {
            if (item instanceof Item.OfNode node) {
                chosen.add(node.id());
            }
        }
        graph.nodes().stream().filter(Removal::isEndOfSubgraph).map(Node::id).forEach(chosen::remove);
        return chosen;
    }

    static boolean isEndOfSubgraph(Node node) {
        return node.type().equals(Subgraph.INPUTS) || node.type().equals(Subgraph.OUTPUTS);
    }

    private static Workflow withoutPoints(Workflow graph, Collection<? extends Item> items) {
        if (items.stream().noneMatch(Item.OfReroute.class::isInstance)) {
            return graph;
        }
        return graph.withLinks(graph.links().stream()
                .map(link ->
                        link.withReroutes(IntStream.range(0, link.reroutes().size())
                                .filter(index -> !items.contains(new Item.OfReroute(link.from(), link.to(), index)))
                                .mapToObj(link.reroutes()::get)
                                .toList()))
                .toList());
    }

    /// The wires that take the place of those that ran through removed nodes.
    private static List<Link> healed(Workflow graph, Set<String> removed, NodeCatalog catalog) {
        Map<PortAddress, Link> incoming = new HashMap<>();
        graph.links().forEach(link -> incoming.putIfAbsent(link.to(), link));
        Map<String, Map<String, String>> ways = new HashMap<>();
        for (Node node : graph.nodes()) {
            if (removed.contains(node.id())) {
                List<String> linked = graph.links().stream()
                        .map(Link::to)
                        .filter(end -> end.node().equals(node.id()))
                        .map(PortAddress::port)
                        .toList();
                ways.put(
                        node.id(),
                        catalog.find(node.type())
                                .map(type -> PassThrough.of(type, linked))
                                .orElse(Map.of()));
            }
        }
        List<Link> healed = new ArrayList<>();
        for (Link link : graph.links()) {
            if (removed.contains(link.from().node())
                    && !removed.contains(link.to().node())) {
                source(link, ways, incoming).ifPresent(healed::add);
            }
        }
        return healed;
    }

    private static Optional<Link> source(
            Link last, Map<String, Map<String, String>> ways, Map<PortAddress, Link> incoming) {
        List<Position> points = new ArrayList<>(last.reroutes());
        PortAddress from = last.from();
        Set<PortAddress> seen = new HashSet<>();
        while (ways.containsKey(from.node()) && seen.add(from)) {
            String input = ways.getOrDefault(from.node(), Map.of()).get(from.port());
            Link before = input == null ? null : incoming.get(new PortAddress(from.node(), input));
            if (before == null) {
                return Optional.empty();
            }
            points.addAll(0, before.reroutes());
            from = before.from();
        }
        return ways.containsKey(from.node())
                ? Optional.empty()
                : Optional.of(Link.of(from, last.to()).withReroutes(points));
    }
}
