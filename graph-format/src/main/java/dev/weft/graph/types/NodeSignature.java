package dev.weft.graph.types;

import dev.weft.graph.NodeTypeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A node type from outside: all that is needed to draw, check and order nodes of it.
///
/// @param id the node type's name
/// @param version counts up when the meaning of a parameter or port changes; recorded in saved nodes
/// @param title what people read on the node
/// @param category where people find it, such as `sampling` or `image`
/// @param description what it does, in one or two sentences
/// @param inputs in the order in which they are drawn
/// @param outputs in the order in which they are drawn
/// @param parameters in the order in which they are drawn
/// @param terminal whether running it is an end in itself, as saving a picture is; a plan holds what terminal
/// nodes need
/// @param typeRule what it knows before running
public record NodeSignature(
        NodeTypeId id,
        int version,
        String title,
        String category,
        String description,
        List<InputPort> inputs,
        List<OutputPort> outputs,
        List<Parameter> parameters,
        boolean terminal,
        TypeRule typeRule) {
    /// Takes copies of the lists.
    public NodeSignature {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        parameters = List.copyOf(parameters);
    }

    /// A node type without ports and parameters, to which the `with` functions add them in order.
    ///
    /// @param id see [NodeTypeId#parse(String)]
    public static NodeSignature of(String id, int version, String title, String category, String description) {
        return new NodeSignature(
                NodeTypeId.parse(id),
                version,
                title,
                category,
                description,
                List.of(),
                List.of(),
                List.of(),
                false,
                TypeRule.NONE);
    }

    /// This signature with one more input.
    public NodeSignature with(InputPort input) {
        return new NodeSignature(
                id,
                version,
                title,
                category,
                description,
                appended(inputs, input),
                outputs,
                parameters,
                terminal,
                typeRule);
    }

    /// This signature with one more output.
    public NodeSignature with(OutputPort output) {
        return new NodeSignature(
                id,
                version,
                title,
                category,
                description,
                inputs,
                appended(outputs, output),
                parameters,
                terminal,
                typeRule);
    }

    /// This signature with one more parameter.
    public NodeSignature with(Parameter parameter) {
        return new NodeSignature(
                id,
                version,
                title,
                category,
                description,
                inputs,
                outputs,
                appended(parameters, parameter),
                terminal,
                typeRule);
    }

    /// This signature with several more parameters.
    public NodeSignature with(List<? extends Parameter> more) {
        NodeSignature result = this;
        for (Parameter parameter : more) {
            result = result.with(parameter);
        }
        return result;
    }

    /// This signature with another type rule.
    public NodeSignature with(TypeRule rule) {
        return new NodeSignature(
                id, version, title, category, description, inputs, outputs, parameters, terminal, rule);
    }

    /// This signature as that of a node whose running is an end in itself.
    public NodeSignature asTerminal() {
        return new NodeSignature(
                id, version, title, category, description, inputs, outputs, parameters, true, typeRule);
    }

    /// The input of this name, or the variadic input of which it names one port.
    public Optional<InputPort> input(String name) {
        return inputs.stream()
                .filter(port -> port.name().equals(name))
                .findFirst()
                .or(() -> inputs.stream()
                        .filter(port -> port.number(name).isPresent())
                        .findFirst());
    }

    /// The output of this name.
    public Optional<OutputPort> output(String name) {
        return outputs.stream().filter(port -> port.name().equals(name)).findFirst();
    }

    /// The parameter of this name.
    public Optional<Parameter> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    private static <T> List<T> appended(List<T> list, T last) {
        List<T> result = new ArrayList<>(list);
        result.add(last);
        return result;
    }
}
