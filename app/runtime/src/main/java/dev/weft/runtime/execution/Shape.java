package dev.weft.runtime.execution;

import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.nodes.api.Load;
import dev.weft.nodes.api.NodeType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A node type with its ports and parameters by name, for executions in which it stands thousands of times.
record Shape(
        NodeType type,
        NodeSignature signature,
        Load load,
        Map<String, InputPort> inputs,
        Map<String, Parameter> parameters,
        Set<String> lists) {
    static Shape of(NodeType type) {
        NodeSignature signature = type.signature();
        Map<String, InputPort> inputs = new HashMap<>();
        signature.inputs().forEach(port -> inputs.put(port.name(), port));
        Map<String, Parameter> parameters = new HashMap<>();
        signature.parameters().forEach(parameter -> parameters.put(parameter.name(), parameter));
        Set<String> lists = new HashSet<>();
        signature.outputs().stream()
                .filter(OutputPort::list)
                .map(OutputPort::name)
                .forEach(lists::add);
        return new Shape(type, signature, type.load(), inputs, parameters, lists);
    }

    /// The input of this name, which may be one of a variadic input's.
    Optional<InputPort> input(String name) {
        InputPort port = inputs.get(name);
        return port != null && !port.variadic() ? Optional.of(port) : signature.input(name);
    }

    boolean isParameter(String name) {
        return parameters.containsKey(name);
    }

    boolean isLazy(String name) {
        return input(name).map(InputPort::lazy).orElse(false);
    }

    /// Whether this input takes whole lists.
    boolean takesList(String name) {
        return input(name).map(InputPort::list).orElse(false);
    }

    /// Whether this output gives lists.
    boolean givesList(String name) {
        return lists.contains(name);
    }
}
