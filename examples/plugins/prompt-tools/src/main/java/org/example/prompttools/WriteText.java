package org.example.prompttools;

import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.record.Node;
import dev.weft.nodes.api.record.RecordNode;
import dev.weft.nodes.api.record.Text;

/// `prompt-tools:text`.
@Node(
        value = "prompt-tools:text",
        title = "Text",
        category = "prompt",
        description = "Writes a text, for nodes that take one.")
final class WriteText extends RecordNode<WriteText.In, Written> {
    record In(
            @Text(value = "What to write.", multiline = true)
            String text) {}

    @Override
    protected Written execute(In in, NodeContext context) {
        return new Written(in.text());
    }
}
