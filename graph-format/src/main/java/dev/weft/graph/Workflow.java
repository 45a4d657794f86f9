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
/// @param subgraphs graphs that are drawn as one node wherever they are used
/// @param form the parameters that people set who do not want to see wires
/// @param view what was last looked at
/// @param extra keys of the file that this version of Weft does not know
public record Workflow(
        String title,
        List<Node> nodes,
        List<Link> links,
        List<Group> groups,
        List<Note> notes,
        List<Subgraph> subgraphs,
        List<ExposedParameter> form,
        Optional<View> view,
        JsonObject extra) {
    /// The newest version of the file format. It counts up when older versions of Weft would misread a file;
    /// version
    /// 2 brought subgraphs, and muted and bypassed nodes.
    public static final int FORMAT_VERSION = 2;

    /// The keys that are not extra, in the order in which they are written.
    public static final List<String> KEYS =
            List.of("weft", "title", "nodes", "links", "groups", "notes", "subgraphs", "form", "view");

    /// One with nothing in it.
    public static final Workflow EMPTY = Workflow.of(List.of(), List.of());

    /// Takes copies of the lists.
    ///
    /// @throws IllegalArgumentException if `extra` holds a known key
    public Workflow {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        groups = List.copyOf(groups);
        notes = List.copyOf(notes);
        subgraphs = List.copyOf(subgraphs);
        form = List.copyOf(form);
        WorkflowKeys.refuseKnown(extra, KEYS);
    }

    /// A workflow of nodes and links alone.
    public static Workflow of(List<Node> nodes, List<Link> links) {
        return new Workflow(
                "", nodes, links, List.of(), List.of(), List.of(), List.of(), Optional.empty(), JsonObject.EMPTY);
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
        return withNodes(replaced);
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
        return withLinks(kept);
    }

    /// This workflow under another title.
    public Workflow withTitle(String changed) {
        return new Workflow(changed, nodes, links, groups, notes, subgraphs, form, view, extra);
    }

    /// This workflow with these nodes, and no others.
    public Workflow withNodes(List<Node> changed) {
        return new Workflow(title, changed, links, groups, notes, subgraphs, form, view, extra);
    }

    /// This workflow with these links, and no others.
    public Workflow withLinks(List<Link> changed) {
        return new Workflow(title, nodes, changed, groups, notes, subgraphs, form, view, extra);
    }

    /// This workflow with these groups, and no others.
    public Workflow withGroups(List<Group> changed) {
        return new Workflow(title, nodes, links, changed, notes, subgraphs, form, view, extra);
    }

    /// This workflow with these notes, and no others.
    public Workflow withNotes(List<Note> changed) {
        return new Workflow(title, nodes, links, groups, changed, subgraphs, form, view, extra);
    }

    /// This workflow with these subgraphs, and no others.
    public Workflow withSubgraphs(List<Subgraph> changed) {
        return new Workflow(title, nodes, links, groups, notes, changed, form, view, extra);
    }

    /// This workflow with these parameters in its form, and no others.
    public Workflow withForm(List<ExposedParameter> changed) {
        return new Workflow(title, nodes, links, groups, notes, subgraphs, changed, view, extra);
    }

    /// This workflow looked at elsewhere.
    public Workflow withView(Optional<View> changed) {
        return new Workflow(title, nodes, links, groups, notes, subgraphs, form, changed, extra);
    }

    /// The version that is written under the key `weft`: the oldest that reads this workflow right.
    public int formatVersion() {
        boolean plain = subgraphs.isEmpty() && nodes.stream().allMatch(node -> node.mode() == Mode.ACTIVE);
        return plain ? 1 : FORMAT_VERSION;
    }

    /// The subgraph for which a node of this type stands.
    public Optional<Subgraph> subgraph(NodeTypeId type) {
        return subgraphs.stream()
                .filter(subgraph -> subgraph.type().equals(type))
                .findFirst();
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
