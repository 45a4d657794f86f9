package org.example.prompttools;

import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.record.Flag;
import dev.weft.nodes.api.record.Node;
import dev.weft.nodes.api.record.RecordNode;
import dev.weft.nodes.api.record.Text;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// `prompt-tools:replace`.
@Node(
        value = "prompt-tools:replace",
        title = "Replace in Text",
        category = "prompt",
        description = "Replaces words in a text.")
final class ReplaceText extends RecordNode<ReplaceText.In, Written> {
    record In(
            @Text(value = "The text.", multiline = true) String text,

            @Text("What is looked for; nothing changes nothing.")
            String find,

            @Text("What stands there instead; of a pattern, $1 is what its first group found.")
            String replacement,

            @Flag("Whether what is looked for is a regular expression of Java.")
            boolean pattern) {}

    @Override
    protected Written execute(In in, NodeContext context) throws NodeException {
        if (in.find().isEmpty()) {
            return new Written(in.text());
        }
        if (!in.pattern()) {
            return new Written(in.text().replace(in.find(), in.replacement()));
        }
        try {
            return new Written(Pattern.compile(in.find()).matcher(in.text()).replaceAll(in.replacement()));
        } catch (PatternSyntaxException e) {
            throw new NodeException(
                    "find", "'" + in.find() + "' is no regular expression (" + e.getDescription() + "); correct it.");
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new NodeException(
                    "replacement",
                    "'" + in.replacement() + "' asks for a group that the pattern does not have; correct it.");
        }
    }
}
