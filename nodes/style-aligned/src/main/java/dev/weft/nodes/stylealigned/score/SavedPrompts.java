package dev.weft.nodes.stylealigned.score;

import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonBoolean;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.WorkflowFormatException;
import dev.weft.graph.json.WorkflowReader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds in the workflow that a picture file carries what the pictures were to show: the text that leads to the input
/// `positive` of the workflow's sampler.
final class SavedPrompts {
    private static final String TEXT_ENCODE = "core:text_encode";
    private static final String POSITIVE = "positive";
    private static final String CONDITIONING = "conditioning";

    private final Workflow workflow;

    private SavedPrompts(Workflow workflow) {
        this.workflow = workflow;
    }

    /// The prompts of the pictures that the workflow draws: one for all, or one for each row of the batch. Nothing if
    /// they cannot be told: the text is no workflow of Weft, has samplers with different prompts, or its prompts
    /// leave words to chance.
    static List<String> of(String text) {
        Workflow workflow;
        try {
            workflow = WorkflowReader.parse(text, "the picture's workflow");
        } catch (WorkflowFormatException e) {
            return List.of();
        }
        return new SavedPrompts(workflow).prompts();
    }

    private List<String> prompts() {
        Set<List<String>> found = new HashSet<>();
        for (Link link : workflow.links()) {
            if (link.to().port().equals(POSITIVE)) {
                Optional<Node> encoder = encoder(link.from().node());
                if (encoder.isEmpty()) {
                    return List.of();
                }
                found.add(lines(encoder.get()));
            }
        }
        return found.size() == 1 ? found.iterator().next() : List.of();
    }

    /// Follows what passes conditioning on, such as a ControlNet, back to where a text was encoded.
    private Optional<Node> encoder(String id) {
        Set<String> seen = new HashSet<>();
        String current = id;
        while (seen.add(current)) {
            Optional<Node> node = workflow.node(current);
            if (node.isEmpty() || node.get().type().toString().equals(TEXT_ENCODE)) {
                return node;
            }
            String passing = current;
            Optional<Link> before = workflow.links().stream()
                    .filter(link ->
                            link.to().node().equals(passing) && link.to().port().equals(CONDITIONING))
                    .findFirst();
            if (before.isEmpty()) {
                return Optional.empty();
            }
            current = before.get().from().node();
        }
        return Optional.empty();
    }

    private static List<String> lines(Node encoder) {
        String text = encoder.parameters().get("text") instanceof JsonString string ? string.value() : "";
        boolean many = encoder.parameters().get("one_per_line") instanceof JsonBoolean flag && flag.value();
        List<String> texts = many ? text.lines().toList() : List.of(text);
        List<String> prompts = texts.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        boolean chance = prompts.stream().anyMatch(prompt -> prompt.contains("{") || prompt.contains("__"));
        return chance ? List.of() : prompts;
    }
}
