package org.example.prompttools;

import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.record.Node;
import dev.weft.nodes.api.record.RecordNode;
import dev.weft.nodes.api.record.Seed;
import dev.weft.nodes.api.record.Text;
import dev.weft.nodes.api.record.Whole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/// `prompt-tools:pick`.
@Node(
        value = "prompt-tools:pick",
        title = "Pick Lines",
        category = "prompt",
        description = "Draws lines by chance, none of them twice.")
final class PickLines extends RecordNode<PickLines.In, PromptLines> {
    record In(
            @Text(
                    value = "What is drawn from, one a line; blank lines and those that begin with # are left"
                            + " out.",
                    multiline = true)
            String lines,

            @Whole(value = "How many are drawn.", initial = 1, minimum = 1, maximum = 4096)
            int count,

            @Seed("Which are drawn; the same seed, the same ones.")
            long seed) {}

    @Override
    protected PromptLines execute(In in, NodeContext context) throws NodeException {
        List<String> lines = new ArrayList<>(PromptLines.read(in.lines()));
        if (lines.size() < in.count()) {
            throw new NodeException(
                    "count",
                    "There are " + lines.size() + " lines, too few to draw " + in.count()
                            + "; write more lines or draw fewer.");
        }
        Collections.shuffle(lines, new SplittableRandom(in.seed()));
        return PromptLines.of(lines.subList(0, in.count()));
    }
}
