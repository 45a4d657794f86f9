package dev.weft.graph.validation;

import dev.weft.graph.Node;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonBoolean;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.types.Parameter;

/// A parameter set from outside a workflow, written `NODE.PARAM=VALUE`.
///
/// @param target the parameter; its node is named by id, or by a title that no other node has
/// @param text the value as it was written
public record Assignment(PortAddress target, String text) {
    /// Parses `NODE.PARAM=VALUE`. The first `=` divides, and the last `.` before it.
    ///
    /// @throws IllegalArgumentException if a part is missing; its message is one sentence for the user
    public static Assignment parse(String written) {
        int equals = written.indexOf('=');
        int dot = written.lastIndexOf('.', equals);
        if (equals < 0 || dot <= 0 || dot == equals - 1) {
            throw new IllegalArgumentException(
                    "'" + written + "' sets nothing; write NODE.PARAM=VALUE, such as sampler.seed=10");
        }
        return new Assignment(PortAddress.parse(written.substring(0, equals)), written.substring(equals + 1));
    }

    /// The workflow with this parameter set, in place of a link to it.
    ///
    /// The text becomes what the parameter takes: a number, `true` or `false`, or text. If it is none of that,
    /// or the node type or the parameter is unknown, it is set as text and the validator says what is wrong.
    ///
    /// @throws IllegalArgumentException if no node, or more than one, is meant; its message is one sentence for
    /// the user
    public Workflow applyTo(Workflow workflow, NodeCatalog catalog) {
        Node node = workflow.resolve(target.node());
        JsonValue value = catalog.find(node.type())
                .flatMap(signature -> signature.parameter(target.port()))
                .map(this::valueFor)
                .orElse(new JsonString(text));
        return workflow.withNode(node.withParameter(target.port(), value))
                .withoutLinksTo(new PortAddress(node.id(), target.port()));
    }

    private JsonValue valueFor(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Whole ignored -> number();
            case Parameter.Seed ignored -> number();
            case Parameter.Decimal ignored -> number();
            case Parameter.Flag ignored ->
                text.equals("true") || text.equals("false")
                        ? new JsonBoolean(text.equals("true"))
                        : new JsonString(text);
            case Parameter.Text ignored -> new JsonString(text);
            case Parameter.Choice ignored -> new JsonString(text);
        };
    }

    private JsonValue number() {
        return JsonNumber.isNumber(text) ? new JsonNumber(text) : new JsonString(text);
    }
}
