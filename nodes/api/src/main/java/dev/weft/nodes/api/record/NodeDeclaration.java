package dev.weft.nodes.api.record;

import dev.weft.graph.types.Extent;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.TypeRule;
import dev.weft.graph.types.TypeRule.Typing;
import dev.weft.nodes.api.record.OutputRecord.DeclaredOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// All that the annotations of a [RecordNode] say.
///
/// @param signature the node type from outside
/// @param inputs makes the record that the node is given
/// @param outputs takes the record apart that the node gives
record NodeDeclaration<I extends Record, O extends Record>(
        NodeSignature signature, InputRecord<I> inputs, OutputRecord<O> outputs) {
    /// Reads a node's class.
    ///
    /// @throws IllegalArgumentException if it cannot be understood, naming class and component
    static <I extends Record, O extends Record> NodeDeclaration<I, O> of(Class<?> type) {
        Node node = type.getAnnotation(Node.class);
        if (node == null) {
            throw new IllegalArgumentException(
                    "the class " + Component.name(type) + " has no @Node; say with it what the node is called");
        }
        RecordArguments<I, O> records = RecordArguments.of(type);
        InputRecord<I> inputs = InputRecord.of(records.inputs());
        OutputRecord<O> outputs = OutputRecord.of(records.outputs());
        return new NodeDeclaration<>(signature(type, node, inputs, outputs), inputs, outputs);
    }

    private static NodeSignature signature(Class<?> type, Node node, InputRecord<?> inputs, OutputRecord<?> outputs) {
        NodeSignature signature;
        try {
            signature =
                    NodeSignature.of(node.value(), node.version(), node.title(), node.category(), node.description());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the @Node of " + Component.name(type) + " is wrong: " + e.getMessage(), e);
        }
        if (node.version() < 1) {
            throw new IllegalArgumentException(
                    "the @Node of " + Component.name(type) + " has version " + node.version() + "; count from 1");
        }
        for (DeclaredInput input : inputs.components()) {
            signature = switch (input) {
                case DeclaredPort port -> signature.with(port.port());
                case DeclaredParameter parameter -> signature.with(parameter.parameter());
            };
        }
        for (DeclaredOutput output : outputs.components()) {
            signature = signature.with(output.port());
        }
        signature = signature.with(likeInputs(type, signature, outputs.components()));
        return node.terminal() ? signature.asTerminal() : signature;
    }

    private static TypeRule likeInputs(Class<?> type, NodeSignature signature, List<DeclaredOutput> outputs) {
        Map<String, String> sources = outputs.stream()
                .filter(output -> !output.like().isEmpty())
                .collect(Collectors.toUnmodifiableMap(output -> output.port().name(), DeclaredOutput::like));
        sources.forEach((output, input) -> {
            if (signature.input(input).isEmpty()) {
                throw new IllegalArgumentException("the output '" + output + "' of " + Component.name(type)
                        + " is like the input '" + input + "', which it does not have");
            }
        });
        if (sources.isEmpty()) {
            return TypeRule.NONE;
        }
        return query -> {
            Map<String, Extent> extents = new HashMap<>();
            sources.forEach((output, input) -> extents.put(output, query.extent(input)));
            return Typing.of(extents);
        };
    }
}
