package dev.weft.graph.validation;

import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A node type with its ports and parameters by name, for workflows that use it thousands of times.
record NodeForm(
        NodeSignature signature,
        Map<String, InputPort> inputs,
        Map<String, OutputPort> outputs,
        Map<String, Parameter> parameters) {
    static NodeForm of(NodeSignature signature) {
        return new NodeForm(
                signature,
                byName(signature.inputs(), InputPort::name),
                byName(signature.outputs(), OutputPort::name),
                byName(signature.parameters(), Parameter::name));
    }

    private static <T> Map<String, T> byName(List<T> parts, Function<T, String> name) {
        Map<String, T> byName = new LinkedHashMap<>();
        for (T part : parts) {
            byName.put(name.apply(part), part);
        }
        return byName;
    }
}
