package org.example.prompttools;

import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.record.Node;
import dev.weft.nodes.api.record.Output;
import dev.weft.nodes.api.record.RecordNode;
import dev.weft.nodes.api.record.Text;
import java.util.List;

/// `prompt-tools:split`.
@Node(
        value = "prompt-tools:split",
        title = "Split Lines",
        category = "prompt",
        description = "Gives each line for itself: what takes the text runs once for each.")
final class SplitLines extends RecordNode<SplitLines.In, SplitLines.Out> {
    record In(
            @Text(value = "The lines; blank ones and those that begin with # are left out.", multiline = true)
            String lines) {}

    record Out(@Output("Each of the lines.") List<String> text) {}

    @Override
    protected Out execute(In in, NodeContext context) {
        return new Out(PromptLines.read(in.lines()));
    }
}
