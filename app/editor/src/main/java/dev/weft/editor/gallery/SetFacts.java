package dev.weft.editor.gallery;

import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonBoolean;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a workflow says about the pictures that it made.
final class SetFacts {
    private static final String SHARED = "stylealigned:shared_attention_sampler";

    private final Optional<Workflow> workflow;
    private final Optional<Node> sampler;

    private SetFacts(Optional<Workflow> workflow) {
        this.workflow = workflow;
        this.sampler = workflow.stream()
                .flatMap(whole -> whole.nodes().stream())
                .filter(node -> node.parameters().containsKey("steps")
                        || node.type().toString().endsWith("sampler"))
                .findFirst();
    }

    static SetFacts of(PictureSet set) {
        return new SetFacts(set.workflow());
    }

    /// What each picture shows: one prompt a row, or one for all; none if that cannot be told.
    List<String> prompts() {
        return sampler.flatMap(node -> source(node.id(), "positive"))
                .map(SetFacts::lines)
                .orElse(List.of());
    }

    /// What the pictures should not show, or empty.
    String leftOut() {
        return sampler.flatMap(node -> source(node.id(), "negative"))
                .map(node -> text(node, "text"))
                .orElse("");
    }

    /// Whether the pictures share the look of a reference.
    boolean aligned() {
        return workflow.stream()
                .flatMap(whole -> whole.nodes().stream())
                .anyMatch(node -> node.type().toString().equals(SHARED));
    }

    /// The row whose look the others take, counted from 0, if they take one.
    Optional<Integer> reference() {
        return aligned()
                ? Optional.of(sampler.flatMap(
                                node -> Optional.ofNullable(node.parameters().get("reference_index")))
                        .flatMap(value -> value instanceof JsonNumber number ? number.exact() : Optional.empty())
                        .map(Number::intValue)
                        .orElse(0))
                : Optional.empty();
    }

    /// A parameter of the sampler as people read it, or empty.
    String setting(String parameter) {
        return sampler.map(node -> text(node, parameter)).orElse("");
    }

    /// A parameter of the first node of a type as people read it, or empty.
    String setting(String type, String parameter) {
        return workflow.stream()
                .flatMap(whole -> whole.nodes().stream())
                .filter(node -> node.type().toString().equals(type))
                .findFirst()
                .map(node -> text(node, parameter))
                .orElse("");
    }

    /// The flags of the sampler that are on.
    List<String> sharing() {
        Map<String, JsonValue> parameters = sampler.map(Node::parameters).orElse(Map.of());
        return parameters.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof JsonBoolean(boolean on) && on)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Optional<Node> source(String node, String input) {
        Workflow whole = workflow.orElseThrow();
        Set<String> seen = new HashSet<>();
        String current = node;
        String port = input;
        while (seen.add(current)) {
            String id = current;
            String name = port;
            Optional<Node> before = whole.links().stream()
                    .filter(link ->
                            link.to().node().equals(id) && link.to().port().equals(name))
                    .map(Link::from)
                    .findFirst()
                    .flatMap(from -> whole.node(from.node()));
            if (before.isEmpty() || before.get().parameters().containsKey("text")) {
                return before;
            }
            current = before.get().id();
            port = "conditioning";
        }
        return Optional.empty();
    }

    private static List<String> lines(Node node) {
        String text = text(node, "text");
        boolean many = node.parameters().get("one_per_line") instanceof JsonBoolean flag && flag.value();
        return many
                ? text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList()
                : text.isBlank() ? List.of() : List.of(text.strip());
    }

    private static String text(Node node, String parameter) {
        return switch (node.parameters().get(parameter)) {
            case JsonString(String value) -> value;
            case JsonNumber number -> number.literal();
            case null, default -> "";
        };
    }
}
