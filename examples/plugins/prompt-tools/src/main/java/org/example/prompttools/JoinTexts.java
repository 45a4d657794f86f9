package org.example.prompttools;

import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.record.Flag;
import dev.weft.nodes.api.record.Input;
import dev.weft.nodes.api.record.Node;
import dev.weft.nodes.api.record.RecordNode;
import dev.weft.nodes.api.record.Text;
import java.util.List;

/// `prompt-tools:join`.
@Node(
        value = "prompt-tools:join",
        title = "Join Texts",
        category = "prompt",
        description = "Writes texts one after the other.")
final class JoinTexts extends RecordNode<JoinTexts.In, Written> {
    record In(
            @Input(value = "The texts, in the order of their ports.", variadic = true)
            List<String> text,

            @Text(value = "What stands between two of them; \\n is a new line.", initial = ", ")
            String separator,

            @Flag(value = "Whether texts that are blank are left out.", initial = true)
            boolean skipBlank) {}

    @Override
    protected Written execute(In in, NodeContext context) {
        List<String> texts = in.text().stream()
                .filter(text -> !in.skipBlank() || !text.isBlank())
                .toList();
        return new Written(String.join(in.separator().replace("\\n", "\n"), texts));
    }
}
