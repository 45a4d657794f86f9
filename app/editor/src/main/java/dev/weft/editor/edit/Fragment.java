package dev.weft.editor.edit;

import dev.weft.editor.document.Item;
import dev.weft.editor.text.Texts;
import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonArray;
import dev.weft.graph.json.JsonObject;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import dev.weft.graph.json.WorkflowFormatException;
import dev.weft.graph.json.WorkflowReader;
import dev.weft.graph.json.WorkflowWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;

/// A part of a graph as the clipboard holds it. Its text is that of a workflow file, so that it can be mailed,
/// opened
/// and pasted again.
///
/// @param content the nodes with the wires between them, groups, notes, and the subgraphs that the nodes stand
/// for
/// @param incoming the wires that came to these nodes from others
public record Fragment(Workflow content, List<Incoming> incoming) {
    private static final Texts TEXTS = Texts.of(Fragment.class);
    private static final String KEY = "incoming";
    private static final String TYPE = "type";

    /// A wire from a node outside of the fragment.
    ///
    /// @param from the output that it came from
    /// @param to the input that it came to
    /// @param source type of the node that it came from
    public record Incoming(PortAddress from, PortAddress to, NodeTypeId source) {}

    /// Takes a copy of the list.
    public Fragment {
        incoming = List.copyOf(incoming);
    }

    /// What is given of a graph. Wires come along by themselves; the ends of a subgraph stay.
    public static Fragment of(Workflow graph, Collection<? extends Item> items) {
        List<Node> nodes = graph.nodes().stream()
                .filter(node -> items.contains(new Item.OfNode(node.id())))
                .toList();
        Workflow content = content(nodes, graph)
                .withGroups(IntStream.range(0, graph.groups().size())
                        .filter(index -> items.contains(new Item.OfGroup(index)))
                        .mapToObj(graph.groups()::get)
                        .toList())
                .withNotes(IntStream.range(0, graph.notes().size())
                        .filter(index -> items.contains(new Item.OfNote(index)))
                        .mapToObj(graph.notes()::get)
                        .toList());
        Set<String> ids = content.nodes().stream().map(Node::id).collect(Collectors.toSet());
        Map<String, NodeTypeId> types = new HashMap<>();
        graph.nodes().forEach(node -> types.putIfAbsent(node.id(), node.type()));
        List<Incoming> incoming = new ArrayList<>();
        for (Link link : graph.links()) {
            NodeTypeId source = types.get(link.from().node());
            if (source != null
                    && ids.contains(link.to().node())
                    && !ids.contains(link.from().node())) {
                incoming.add(new Incoming(link.from(), link.to(), source));
            }
        }
        return new Fragment(content, incoming);
    }

    /// Reads what [#toText()] wrote, or the text of any workflow file.
    ///
    /// @throws ForeignTextException if the text is something else, or has nothing in it
    public static Fragment parse(String text) throws ForeignTextException {
        Workflow read;
        try {
            read = WorkflowReader.parse(text, "");
        } catch (WorkflowFormatException foreign) {
            throw new ForeignTextException(TEXTS.get("foreign"), foreign);
        }
        Fragment fragment = new Fragment(
                content(read.nodes(), read).withGroups(read.groups()).withNotes(read.notes()), incoming(read.extra()));
        if (fragment.isEmpty()) {
            throw new ForeignTextException(TEXTS.get("foreign"));
        }
        return fragment;
    }

    /// Whether there is nothing in it.
    public boolean isEmpty() {
        return content.nodes().isEmpty()
                && content.groups().isEmpty()
                && content.notes().isEmpty();
    }

    /// The text of a workflow file with the content.
    public String toText() {
        JsonObject extra = JsonObject.EMPTY;
        if (!incoming.isEmpty()) {
            List<JsonValue> wires = incoming.stream()
                    .map(Fragment::json)
                    .map(JsonValue.class::cast)
                    .toList();
            extra = extra.with(KEY, new JsonArray(wires));
        }
        return WorkflowWriter.toText(new Workflow(
                content.title(),
                content.nodes(),
                content.links(),
                content.groups(),
                content.notes(),
                content.subgraphs(),
                content.form(),
                content.view(),
                extra));
    }

    /// Nodes, but for the ends of a subgraph, with the wires between them and the subgraphs that they stand
    /// for.
    private static Workflow content(List<Node> nodes, Workflow graph) {
        Set<String> ids = new HashSet<>();
        List<Node> kept = nodes.stream()
                .filter(node -> !Removal.isEndOfSubgraph(node) && ids.add(node.id()))
                .toList();
        List<Link> links = graph.links().stream()
                .filter(link -> ids.contains(link.from().node())
                        && ids.contains(link.to().node()))
                .toList();
        return Workflow.of(kept, links).withSubgraphs(Definitions.needed(kept, graph.subgraphs()));
    }

    /// The upper left corner of all of it.
    Point2D corner() {
        List<Point2D> corners = new ArrayList<>();
        content.nodes().forEach(node -> corners.add(Places.of(node)));
        content.groups().forEach(group -> corners.add(Places.corner(group.bounds())));
        content.notes().forEach(note -> corners.add(Places.corner(note.bounds())));
        return new Point2D(
                corners.stream().mapToDouble(Point2D::getX).min().orElse(0),
                corners.stream().mapToDouble(Point2D::getY).min().orElse(0));
    }

    private static JsonObject json(Incoming incoming) {
        return JsonObject.EMPTY
                .with("from", new JsonString(incoming.from().toString()))
                .with("to", new JsonString(incoming.to().toString()))
                .with(TYPE, new JsonString(incoming.source().toString()));
    }

    /// The wires under the key; those at fault are passed over, as they mean nothing to anyone else.
    private static List<Incoming> incoming(JsonObject extra) {
        if (!(extra.members().get(KEY) instanceof JsonArray wires)) {
            return List.of();
        }
        return wires.elements().stream()
                .filter(JsonObject.class::isInstance)
                .flatMap(wire -> incomingOf((JsonObject) wire).stream())
                .toList();
    }

    private static Optional<Incoming> incomingOf(JsonObject wire) {
        if (wire.members().get("from") instanceof JsonString from
                && wire.members().get("to") instanceof JsonString to
                && wire.members().get(TYPE) instanceof JsonString type) {
            try {
                return Optional.of(new Incoming(
                        PortAddress.parse(from.value()),
                        PortAddress.parse(to.value()),
                        NodeTypeId.parse(type.value())));
            } catch (IllegalArgumentException misspelt) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
