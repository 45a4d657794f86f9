package dev.weft.editor.edit;

import dev.weft.editor.document.Edit;
import dev.weft.editor.text.Texts;
import dev.weft.graph.Link;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Position;
import dev.weft.graph.Workflow;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.PortKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Edits of wires and of the points through which they are drawn.
public final class Wires {
    private static final Texts TEXTS = Texts.of(Wires.class);

    private Wires() {}

    /// Links an output to an input or parameter, in place of what was linked there. A variadic input that is
    /// named as a
    /// whole gets one more link.
    ///
    /// @return nothing if it cannot be linked; [Wiring#refusal(PortAddress, PortAddress)] says why
    public static Optional<Edit> connect(Workflow graph, NodeCatalog catalog, PortAddress from, PortAddress to) {
        Wiring wiring = new Wiring(graph, catalog);
        if (wiring.refusal(from, to).isPresent()) {
            return Optional.empty();
        }
        Link link = Link.of(from, wiring.end(to));
        return Optional.of(Edit.of(TEXTS.get("connect"), now -> with(now, List.of(link))));
    }

    /// Links another output or another input by a wire that is there. It keeps its reroutes.
    ///
    /// @return nothing if it cannot be linked so
    public static Optional<Edit> replug(
            Workflow graph, NodeCatalog catalog, Link wire, PortAddress from, PortAddress to) {
        Workflow without = without(graph, link -> sameEnds(link, wire));
        Wiring wiring = new Wiring(without, catalog);
        if (wiring.refusal(from, to).isPresent()) {
            return Optional.empty();
        }
        Link link = new Link(from, wiring.end(to), wire.reroutes(), wire.extra());
        return Optional.of(Edit.of(
                TEXTS.get("replug"), now -> with(without(now, there -> sameEnds(there, wire)), List.of(link))));
    }

    /// Removes one wire.
    public static Edit disconnect(PortAddress from, PortAddress to) {
        return Edit.of(
                TEXTS.get("disconnect"),
                now -> without(
                        now, link -> link.from().equals(from) && link.to().equals(to)));
    }

    /// Removes several wires.
    public static Edit cut(Collection<Link> wires) {
        Set<PortAddress> ends = new HashSet<>();
        wires.forEach(wire -> ends.add(wire.to()));
        Set<Link> chosen = new HashSet<>(wires);
        return Edit.of(
                TEXTS.get(wires.size() == 1 ? "disconnect" : "cut", wires.size()),
                now -> without(now, link -> ends.contains(link.to()) && chosen.contains(link)));
    }

    /// Puts a node that is there into a wire: its first fitting input takes what the wire gave, and its first
    /// fitting
    /// output is linked to where the wire ended.
    ///
    /// @return nothing if the node does not fit, is an end of the wire or would close a circle
    public static Optional<Edit> insert(Workflow graph, NodeCatalog catalog, String node, Link wire) {
        if (wire.from().node().equals(node) || wire.to().node().equals(node)) {
            return Optional.empty();
        }
        Workflow open = without(graph, link -> sameEnds(link, wire));
        Wiring wiring = new Wiring(open, catalog);
        Optional<List<Link>> links =
                wiring.type(node).flatMap(type -> through(wiring, node, type, wiring.linkedInputs(node), wire));
        if (links.isEmpty()
                || wiring.refusal(links.get().get(0).from(), links.get().get(0).to())
                        .isPresent()) {
            return Optional.empty();
        }
        Wiring half = new Wiring(with(open, List.of(links.get().get(0))), catalog);
        if (half.refusal(links.get().get(1).from(), links.get().get(1).to()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Edit.of(
                TEXTS.get("insert"), now -> with(without(now, link -> sameEnds(link, wire)), links.get())));
    }

    /// Draws a wire through one more point.
    ///
    /// @param index which of the wire's points it becomes, from 0
    public static Edit addReroute(PortAddress from, PortAddress to, int index, Position point) {
        return Edit.of(TEXTS.get("add_reroute"), changing(from, to, link -> {
            List<Position> points = new ArrayList<>(link.reroutes());
            points.add(Math.clamp(index, 0, points.size()), point);
            return link.withReroutes(points);
        }));
    }

    /// Draws a wire without any points between.
    public static Edit straighten(PortAddress from, PortAddress to) {
        return Edit.of(TEXTS.get("straighten"), changing(from, to, link -> link.withReroutes(List.of())));
    }

    /// The two links by which a wire would run through a node of a type.
    static Optional<List<Link>> through(
            Wiring wiring, String node, NodeSignature type, Collection<String> linked, Link wire) {
        PortKind given = wiring.outputKind(wire.from()).orElse(PortKind.ANY);
        List<PortKind> wanted = wiring.type(wire.to().node())
                .map(target -> Wiring.wanted(target, wire.to().port()))
                .filter(kinds -> !kinds.isEmpty())
                .orElse(List.of(PortKind.ANY));
        Optional<String> input = Fitting.input(type, given, linked);
        Optional<String> output = Fitting.output(type, wanted);
        if (input.isEmpty() || output.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(List.of(
                Link.of(wire.from(), new PortAddress(node, input.get())),
                Link.of(new PortAddress(node, output.get()), wire.to())));
    }

    /// The graph with more links, each in place of those that ended where it ends. Wires that are there stay as
    /// they
    /// are.
    static Workflow with(Workflow graph, Collection<Link> more) {
        List<Link> missing = more.stream()
                .filter(link -> graph.links().stream().noneMatch(there -> sameEnds(link, there)))
                .toList();
        Set<PortAddress> ends = new HashSet<>();
        missing.forEach(link -> ends.add(link.to()));
        List<Link> links = new ArrayList<>(graph.links());
        links.removeIf(link -> ends.contains(link.to()));
        links.addAll(missing);
        return graph.withLinks(links);
    }

    static Workflow without(Workflow graph, Predicate<Link> unwanted) {
        return graph.withLinks(graph.links().stream().filter(unwanted.negate()).toList());
    }

    static boolean sameEnds(Link one, Link other) {
        return one.from().equals(other.from()) && one.to().equals(other.to());
    }

    private static UnaryOperator<Workflow> changing(PortAddress from, PortAddress to, UnaryOperator<Link> change) {
        return graph -> graph.withLinks(graph.links().stream()
                .map(link -> link.from().equals(from) && link.to().equals(to) ? change.apply(link) : link)
                .toList());
    }
}
