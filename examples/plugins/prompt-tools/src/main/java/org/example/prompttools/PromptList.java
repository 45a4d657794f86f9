package org.example.prompttools;

import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.record.Choice;
import dev.weft.nodes.api.record.Node;
import dev.weft.nodes.api.record.RecordNode;
import dev.weft.nodes.api.record.Seed;
import dev.weft.nodes.api.record.Text;
import dev.weft.nodes.api.record.Whole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/// `prompt-tools:list`.
@Node(
        value = "prompt-tools:list",
        title = "Prompt List",
        category = "prompt",
        description = "Makes one prompt of each line, for a batch of pictures.")
final class PromptList extends RecordNode<PromptList.In, PromptLines> {
    enum Order {
        AS_WRITTEN,
        SHUFFLED
    }

    record In(
            @Text(
                    value = "The subjects, one a line; blank lines and those that begin with # are left out.",
                    multiline = true)
            String lines,

            @Text("Written before each of them.") String before,

            @Text("Written after each of them, such as the style that all share.")
            String after,

            @Choice("As they stand there, or shuffled by the seed.")
            Order order,

            @Whole(value = "How many are taken at most; 0 takes all.", minimum = 0, maximum = 4096)
            int most,

            @Seed("Which order they are shuffled into; the same seed, the same order.")
            long seed) {}

    @Override
    protected PromptLines execute(In in, NodeContext context) throws NodeException {
        List<String> lines = new ArrayList<>(PromptLines.read(in.lines()));
        if (lines.isEmpty()) {
            throw new NodeException("lines", "There is no line to make a prompt of; write one subject a line.");
        }
        if (in.order() == Order.SHUFFLED) {
            Collections.shuffle(lines, new SplittableRandom(in.seed()));
        }
        return PromptLines.of(lines.stream()
                .limit(in.most() == 0 ? lines.size() : in.most())
                .map(line -> in.before() + line + in.after())
                .toList());
    }
}
