package dev.weft.editor.edit;

import dev.weft.editor.document.Edit;
import dev.weft.editor.text.Texts;
import dev.weft.graph.ExposedParameter;
import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Subgraph;
import dev.weft.graph.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Edits of what a subgraph is called, takes and gives. They reach each node that stands for it, wherever it
/// is, and so
/// are for the whole workflow: [dev.weft.editor.document.Document#performOnWhole(Edit)].
public final class SubgraphPorts {
    private static final Texts TEXTS = Texts.of(SubgraphPorts.class);

    /// Where a port is on the nodes that stand for a subgraph.
    public enum Side {
        /// It takes what others give.
        INPUT,
        /// It gives to others.
        OUTPUT
    }

    private SubgraphPorts() {}

    /// Gives a subgraph another title.
    public static Edit retitle(String subgraph, String title) {
        return Edit.of(
                TEXTS.get("rename_subgraph"),
                whole -> title.isBlank()
                        ? whole
                        : Insides.changed(whole, subgraph, found -> Insides.withTitle(found, title.strip())));
    }

    /// Renames a port. Its wires stay. The name becomes lower-case words that nothing else on its side is
    /// called.
    public static Edit rename(String subgraph, Side side, String port, String wanted) {
        return changing(
                "rename_port",
                subgraph,
                (whole, found) -> !names(found, side).contains(port)
                        ? whole
                        : renamed(whole, found, side, port, fresh(found, side, port, wanted)));
    }

    /// Adds a port that is linked to nothing yet, below the others.
    public static Edit add(String subgraph, Side side, String wanted) {
        return changing(
                "add_port",
                subgraph,
                (whole, found) -> Insides.changed(whole, subgraph, there -> {
                    List<String> names = new ArrayList<>(names(there, side));
                    names.add(fresh(there, side, "", wanted));
                    return withNames(there, side, names);
                }));
    }

    /// Removes a port with its wires inside and outside.
    public static Edit remove(String subgraph, Side side, String port) {
        return changing(
                "remove_port",
                subgraph,
                (whole, found) -> relinked(
                        Insides.changed(
                                whole,
                                subgraph,
                                there -> withNames(
                                        there,
                                        side,
                                        names(there, side).stream()
                                                .filter(name -> !name.equals(port))
                                                .toList())),
                        found,
                        side,
                        port,
                        Optional.empty()));
    }

    /// Renames a parameter that is set on the nodes that stand for the subgraph. What was set there stays.
    public static Edit renameParameter(String subgraph, String parameter, String wanted) {
        return changing("rename_exposed", subgraph, (whole, found) -> {
            if (found.parameters().stream().noneMatch(exposed -> exposed.name().equals(parameter))) {
                return whole;
            }
            String name = fresh(found, Side.INPUT, parameter, wanted);
            List<ExposedParameter> parameters = found.parameters().stream()
                    .map(exposed -> exposed.name().equals(parameter)
                            ? new ExposedParameter(name, exposed.node(), exposed.parameter(), exposed.extra())
                            : exposed)
                    .toList();
            Workflow inside = Insides.changed(
                    whole, subgraph, there -> Insides.withPorts(there, there.inputs(), there.outputs(), parameters));
            return Insides.everywhere(inside, graph -> reset(graph, found.type(), parameter, name));
        });
    }

    /// What an edit makes of a workflow and of the subgraph that it is about.
    private interface Change {
        Workflow of(Workflow whole, Subgraph subgraph);
    }

    private static Edit changing(String key, String subgraph, Change change) {
        UnaryOperator<Workflow> edit = whole -> whole.subgraphs().stream()
                .filter(found -> found.id().equals(subgraph))
                .findFirst()
                .map(found -> change.of(whole, found))
                .orElse(whole);
        return Edit.of(TEXTS.get(key), edit);
    }

    private static List<String> names(Subgraph subgraph, Side side) {
        return side == Side.INPUT ? subgraph.inputs() : subgraph.outputs();
    }

    private static Subgraph withNames(Subgraph subgraph, Side side, List<String> names) {
        return side == Side.INPUT
                ? Insides.withPorts(subgraph, names, subgraph.outputs(), subgraph.parameters())
                : Insides.withPorts(subgraph, subgraph.inputs(), names, subgraph.parameters());
    }

    /// A name that nothing else on the side has; inputs and parameters share theirs.
    private static String fresh(Subgraph subgraph, Side side, String now, String wanted) {
        List<String> taken = new ArrayList<>(names(subgraph, side));
        if (side == Side.INPUT) {
            subgraph.parameters().forEach(exposed -> taken.add(exposed.name()));
        }
        taken.removeIf(now::equals);
        return new Identifiers(taken).next(PortNames.of(wanted, now.isEmpty() ? "port" : now));
    }

    private static Workflow renamed(Workflow whole, Subgraph subgraph, Side side, String port, String name) {
        Workflow inside = Insides.changed(
                whole,
                subgraph.id(),
                found -> withNames(
                        found,
                        side,
                        names(found, side).stream()
                                .map(each -> each.equals(port) ? name : each)
                                .toList()));
        return relinked(inside, subgraph, side, port, Optional.of(name));
    }

    /// The wires of a port, at all nodes that stand for the subgraph and at its end inside, under another name
    /// or gone.
    private static Workflow relinked(Workflow whole, Subgraph subgraph, Side side, String port, Optional<String> name) {
        NodeTypeId end = side == Side.INPUT ? Subgraph.INPUTS : Subgraph.OUTPUTS;
        Workflow inside = Insides.changed(whole, subgraph.id(), found -> {
            Set<String> ends = nodes(found.nodes(), end);
            return Insides.withLinks(found, relinked(found.links(), ends, side == Side.OUTPUT, port, name));
        });
        return Insides.everywhere(
                inside,
                graph -> graph.withLinks(relinked(
                        graph.links(), nodes(graph.nodes(), subgraph.type()), side == Side.INPUT, port, name)));
    }

    /// @param atTo whether the port is where links end, rather than where they begin
    private static List<Link> relinked(
            List<Link> links, Set<String> nodes, boolean atTo, String port, Optional<String> name) {
        List<Link> changed = new ArrayList<>();
        for (Link link : links) {
            PortAddress end = atTo ? link.to() : link.from();
            if (!nodes.contains(end.node()) || !end.port().equals(port)) {
                changed.add(link);
            } else if (name.isPresent()) {
                PortAddress other = new PortAddress(end.node(), name.get());
                changed.add(
                        new Link(atTo ? link.from() : other, atTo ? other : link.to(), link.reroutes(), link.extra()));
            }
        }
        return changed;
    }

    /// A graph in which the nodes of a type have a parameter under another name.
    private static Workflow reset(Workflow graph, NodeTypeId type, String parameter, String name) {
        Set<String> nodes = nodes(graph.nodes(), type);
        return graph.withNodes(graph.nodes().stream()
                        .map(node -> nodes.contains(node.id())
                                ? node.withParameters(rekeyed(node.parameters(), parameter, name))
                                        .withSeedChanges(rekeyed(node.seedChanges(), parameter, name))
                                : node)
                        .toList())
                .withLinks(relinked(graph.links(), nodes, true, parameter, Optional.of(name)))
                .withForm(graph.form().stream()
                        .map(field -> nodes.contains(field.node())
                                        && field.parameter().equals(parameter)
                                ? new ExposedParameter(field.name(), field.node(), name, field.extra())
                                : field)
                        .toList());
    }

    private static <T> Map<String, T> rekeyed(Map<String, T> map, String key, String name) {
        Map<String, T> changed = new LinkedHashMap<>();
        map.forEach((each, value) -> changed.put(each.equals(key) ? name : each, value));
        return changed;
    }

    private static Set<String> nodes(List<Node> nodes, NodeTypeId type) {
        return nodes.stream()
                .filter(node -> node.type().equals(type))
                .map(Node::id)
                .collect(Collectors.toSet());
    }
}
