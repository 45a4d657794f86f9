package dev.weft.editor.run;

import dev.weft.graph.Node;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonNumber;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads from a workflow what tells its run from others.
final class Gists {
    private Gists() {}

    static RunGist of(Workflow workflow) {
        Optional<Node> latent = workflow.nodes().stream()
                .filter(node -> number(node, "width").isPresent()
                        && number(node, "height").isPresent())
                .findFirst();
        return new RunGist(
                workflow.nodes().stream()
                        .flatMap(node -> number(node, "seed").stream())
                        .findFirst(),
                latent.flatMap(node -> number(node, "batch_size"))
                        .filter(count -> count.matches("\\d{1,6}"))
                        .map(count -> OptionalInt.of(Integer.parseInt(count)))
                        .orElse(OptionalInt.empty()),
                latent.map(node -> number(node, "width").orElse("") + " × "
                        + number(node, "height").orElse("")));
    }

    /// Equal for runs that take about the same time.
    static Object likeness(String title, RunGist gist) {
        return List.of(title, gist.pictures(), gist.size());
    }

    private static Optional<String> number(Node node, String parameter) {
        return node.parameters().get(parameter) instanceof JsonNumber number
                ? Optional.of(number.literal())
                : Optional.empty();
    }
}
