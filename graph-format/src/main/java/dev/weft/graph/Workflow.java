package dev.weft.graph;

import dev.weft.graph.json.JsonObject;
import dev.weft.graph.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The saved document. It may be at fault: whether it can run is for `dev.weft.graph.validation` to say.
///
/// @param title what people call it, or empty
/// @param nodes in the order in which they were saved
/// @param links in the order in which they were saved
/// @param groups rectangles behind nodes
/// @param notes texts on the canvas
/// @param view what was last looked at
/// @param extra keys of the file that this version of Weft does not know
public record Workflow(
        String title,
        List<Node> nodes,
        List<Link> links,
        List<Group> groups,
        List<Note> notes,
        Optional<View> view,
        JsonObject extra) {
    /// Version of the file format, written under the key `weft`. It counts up when older versions of Weft would
    /// misread a file.
    public static final int FORMAT_VERSION = 1;

    /// The keys that are not extra, in the order in which they are written.
    public static final List<String> KEYS = List.of("weft", "title", "nodes", "links", "groups", "notes", "view");

    /// Takes copies of the lists.
    ///
    /// @throws IllegalArgumentException if `extra` holds a known key
    public Workflow {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        groups = List.copyOf(groups);
        notes = List.copyOf(notes);
        WorkflowKeys.refuseKnown(extra, KEYS);
    }

    /// A workflow of nodes and links alone.
    public static Workflow of(List<Node> nodes, List<Link> links) {
        return new Workflow("", nodes, links, List.of(), List.of(), Optional.empty(), JsonObject.EMPTY);
    }

    /// The node of this id; the first, if several have it.
    public Optional<Node> node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /// The node that people mean by `idOrTitle`: the one of this id, or else the only one of this title.
    ///
    /// @throws IllegalArgumentException if there is none or several have the title; its message is for the user
    public Node resolve(String idOrTitle) {
        Optional<Node> byId = node(idOrTitle);
        if (byId.isPresent()) {
            return byId.get();
        }
        List<Node> titled =
                nodes.stream().filter(node -> node.title().equals(idOrTitle)).toList();
        if (titled.size() == 1) {
            return titled.getFirst();
        }
        if (titled.isEmpty()) {
            throw new IllegalArgumentException(
                    "no node has the id or title '" + idOrTitle + "'; the workflow has " + someIds(nodes));
        }
        throw new IllegalArgumentException(
                titled.size() + " nodes have the title '" + idOrTitle + "'; use one of the ids " + someIds(titled));
    }

    /// This workflow with one node in place of those that have its id.
    public Workflow withNode(Node changed) {
        List<Node> replaced = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            replaced.add(node.id().equals(changed.id()) ? changed : node);
        }
        return new Workflow(title, replaced, links, groups, notes, view, extra);
    }

    /// This workflow with one parameter set on the node that `idOrTitle` means.
    ///
    /// @throws IllegalArgumentException as [#resolve(String)] does
    public Workflow withParameter(String idOrTitle, String parameter, JsonValue value) {
        return withNode(resolve(idOrTitle).withParameter(parameter, value));
    }

    /// This workflow without the links that end at a port.
    public Workflow withoutLinksTo(PortAddress port) {
        List<Link> kept = links.stream().filter(link -> !link.to().equals(port)).toList();
        return new Workflow(title, nodes, kept, groups, notes, view, extra);
    }

    private static String someIds(List<Node> nodes) {
        if (nodes.isEmpty()) {
            return "no nodes";
        }
        int shown = 12;
        List<String> ids = nodes.stream().limit(shown).map(Node::id).toList();
        return String.join(", ", ids) + (nodes.size() > shown ? " and " + (nodes.size() - shown) + " more" : "");
    }
}
