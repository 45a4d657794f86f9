package {{package}};

import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.record.Node;
import dev.weft.nodes.api.record.Output;
import dev.weft.nodes.api.record.RecordNode;
import dev.weft.nodes.api.record.Text;
import java.util.List;

/// `{{id}}:styled_prompts`: one record says what goes in, one what comes out, and a method does the work.
@Node(
        value = "{{id}}:styled_prompts",
        title = "Styled Prompts",
        category = "prompt",
        description = "Makes a prompt of each subject, all in one style.")
final class StyledPrompts extends RecordNode<StyledPrompts.In, StyledPrompts.Out> {
    record In(
            @Text(value = "What to draw, one subject a line.", initial = "house", multiline = true)
            String subjects,

            @Text(value = "Added to each subject; nothing adds nothing.", initial = "flat vector style")
            String style) {}

    record Out(
            @Output("The prompts, one a line.") String text,

            @Output("How many there are.") long count) {}

    @Override
    protected Out execute(In in, NodeContext context) throws NodeException {
        String ending = in.style().isBlank() ? "" : ", " + in.style().strip();
        List<String> prompts = in.subjects()
                .lines()
                .map(String::strip)
                .filter(subject -> !subject.isEmpty())
                .map(subject -> subject + ending)
                .toList();
        if (prompts.isEmpty()) {
            throw new NodeException("subjects", "There is no subject to draw; write one on each line.");
        }
        return new Out(String.join("\n", prompts), prompts.size());
    }
}
