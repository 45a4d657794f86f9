package org.example.prompttools;

import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.record.Input;
import dev.weft.nodes.api.record.Node;
import dev.weft.nodes.api.record.RecordNode;
import dev.weft.nodes.api.record.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `prompt-tools:template`.
@Node(
        value = "prompt-tools:template",
        title = "Template",
        category = "prompt",
        description = "Fills values into a text.")
final class Template extends RecordNode<Template.In, Written> {
    /// Braces with anything else between them are left to the nodes that the text goes to.
    private static final Pattern GAP = Pattern.compile("\\{([A-Za-z0-9_]+)}");

    record In(
            @Input(value = "What {1}, {2} and so on stand for.", variadic = true)
            List<String> value,

            @Text(
                    value = "The text; {animal} is filled in from the variables, {1} from the first value.",
                    initial = "a {animal}",
                    multiline = true)
            String template,

            @Text(
                    value = "One variable a line, such as animal = red fox.",
                    initial = "animal = red fox",
                    multiline = true)
            String variables) {}

    @Override
    protected Written execute(In in, NodeContext context) throws NodeException {
        Map<String, String> values = variables(in.variables());
        for (int i = 0; i < in.value().size(); i++) {
            values.put(String.valueOf(i + 1), in.value().get(i));
        }
        StringBuilder text = new StringBuilder();
        Matcher gap = GAP.matcher(in.template());
        while (gap.find()) {
            String value = values.get(gap.group(1));
            if (value == null) {
                throw new NodeException(
                        "template",
                        "Nothing is known to fill in for {" + gap.group(1) + "}; "
                                + (values.isEmpty()
                                        ? "write it under 'variables'"
                                        : "known are " + String.join(", ", values.keySet()))
                                + ".");
            }
            gap.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        return new Written(gap.appendTail(text).toString());
    }

    private static Map<String, String> variables(String text) throws NodeException {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String line : PromptLines.read(text)) {
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new NodeException(
                        "variables", "The line '" + line + "' names no variable; write it as animal = red fox.");
            }
            variables.put(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
        }
        return variables;
    }
}
