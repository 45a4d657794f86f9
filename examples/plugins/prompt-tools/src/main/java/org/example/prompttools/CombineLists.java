package org.example.prompttools;

import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.record.Node;
import dev.weft.nodes.api.record.RecordNode;
import dev.weft.nodes.api.record.Text;
import java.util.List;

/// `prompt-tools:combine`.
@Node(
        value = "prompt-tools:combine",
        title = "Combine Lists",
        category = "prompt",
        description = "Makes one prompt of each line of one list with each line of another.")
final class CombineLists extends RecordNode<CombineLists.In, PromptLines> {
    private static final int MOST = 4096;

    record In(
            @Text(value = "One list, one entry a line, such as subjects.", multiline = true)
            String first,

            @Text(value = "Another list, such as styles.", multiline = true)
            String second,

            @Text(value = "What stands between the two.", initial = ", ")
            String separator) {}

    @Override
    protected PromptLines execute(In in, NodeContext context) throws NodeException {
        List<String> first = PromptLines.read(in.first());
        List<String> second = PromptLines.read(in.second());
        if (first.isEmpty() || second.isEmpty()) {
            throw new NodeException(
                    first.isEmpty() ? "first" : "second", "One of the two lists is empty; write one entry a line.");
        }
        if ((long) first.size() * second.size() > MOST) {
            throw new NodeException(
                    "first",
                    first.size() + " lines with " + second.size() + " lines are more than " + MOST
                            + " prompts; shorten a list.");
        }
        return PromptLines.of(first.stream()
                .flatMap(line -> second.stream().map(other -> line + in.separator() + other))
                .toList());
    }
}
