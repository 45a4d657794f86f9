package dev.weft.editor.node.field;

import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonBoolean;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What nodes of one graph can know of one another: which prompts a sampler draws, and which of its pictures is
/// the
/// reference.
public final class Neighbourhood {
    private static final String SAMPLER = "stylealigned:shared_attention_sampler";
    private static final Set<String> SHOWING = Set.of("core:save_image", "core:preview_image");
    private static final int FARTHEST = 64;

    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, List<Link>> into = new HashMap<>();
    private final Map<String, List<Link>> out = new HashMap<>();

    private static @Nullable Workflow lastGraph;
    private static @Nullable Neighbourhood last;

    /// The neighbourhood of a graph. All views of one graph share it.
    public static synchronized Neighbourhood in(Workflow graph) {
        Neighbourhood known = last;
        if (known == null || !isLast(graph)) {
            known = new Neighbourhood(graph);
            last = known;
            lastGraph = graph;
        }
        return known;
    }

    @SuppressWarnings("ReferenceEquality") // Comparing all of a graph would cost more than reading it.
    private static boolean isLast(Workflow graph) {
        return lastGraph == graph;
    }

    /// The nodes of a graph.
    public Neighbourhood(Workflow graph) {
        graph.nodes().forEach(node -> nodes.putIfAbsent(node.id(), node));
        for (Link link : graph.links()) {
            into.computeIfAbsent(link.to().node(), _ -> new ArrayList<>()).add(link);
            out.computeIfAbsent(link.from().node(), _ -> new ArrayList<>()).add(link);
        }
    }

    /// Whether what a node shows depends on the nodes around it.
    public static boolean matters(Node node) {
        return node.type().toString().equals(SAMPLER)
                || SHOWING.contains(node.type().toString())
                || perLine(node);
    }

    /// What a node's fields and pictures show of the nodes around it.
    public Surroundings of(Node node) {
        String type = node.type().toString();
        if (type.equals(SAMPLER)) {
            return new Surroundings(prompts(node), reference(node));
        }
        if (SHOWING.contains(type)) {
            return new Surroundings(
                    List.of(), find(node, false, SAMPLER).map(this::reference).orElse(OptionalInt.empty()));
        }
        if (perLine(node)) {
            return new Surroundings(
                    List.of(), find(node, true, SAMPLER).map(this::reference).orElse(OptionalInt.empty()));
        }
        return Surroundings.NONE;
    }

    private List<String> prompts(Node sampler) {
        return into.getOrDefault(sampler.id(), List.of()).stream()
                .filter(link -> link.to().port().equals("positive"))
                .map(link -> Optional.ofNullable(nodes.get(link.from().node())))
                .flatMap(Optional::stream)
                .map(source -> perLine(source) ? Optional.of(source) : find(source, false, "core:text_encode"))
                .flatMap(Optional::stream)
                .filter(Neighbourhood::perLine)
                .findFirst()
                .map(Neighbourhood::lines)
                .orElse(List.of());
    }

    private OptionalInt reference(Node sampler) {
        boolean linked = into.getOrDefault(sampler.id(), List.of()).stream()
                .anyMatch(link -> link.to().port().equals("reference_index"));
        JsonValue index = sampler.parameters().get("reference_index");
        if (linked) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(index instanceof JsonNumber number ? (int) number.approximate() : 0);
    }

    /// The nearest node of a type.
    ///
    /// @param down whether towards outputs
    private Optional<Node> find(Node start, boolean down, String type) {
        Deque<Node> waiting = new ArrayDeque<>(List.of(start));
        Set<String> seen = new HashSet<>(Set.of(start.id()));
        while (!waiting.isEmpty() && seen.size() < FARTHEST) {
            Node node = waiting.remove();
            for (Link link : (down ? out : into).getOrDefault(node.id(), List.of())) {
                Node next = nodes.get((down ? link.to() : link.from()).node());
                if (next != null && seen.add(next.id())) {
                    if (next.type().toString().equals(type)) {
                        return Optional.of(next);
                    }
                    waiting.add(next);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean perLine(Node node) {
        return node.parameters().get("one_per_line") instanceof JsonBoolean(boolean on) && on;
    }

    private static List<String> lines(Node node) {
        return node.parameters().get("text") instanceof JsonString(String text)
                ? text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(line -> line.split(",", 2)[0])
                        .toList()
                : List.of();
    }
}
