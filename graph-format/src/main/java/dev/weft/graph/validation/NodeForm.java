package dev.weft.graph.validation;

import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /// The input of this name, or the variadic input of which it names one port.
    Optional<InputPort> input(String name) {
        InputPort exact = inputs.get(name);
        return exact != null ? Optional.of(exact) : signature.input(name);
    }

    /// The names of all that can be linked; of a variadic input the first.
    List<String> linkable() {
        List<String> names = new ArrayList<>();
        for (InputPort input : signature.inputs()) {
            names.add(input.variadic() ? input.numbered(1) : input.name());
        }
        names.addAll(parameters.keySet());
        return names;
    }

    /// Those of `links` that end at an input, sound or not: in the order in which inputs are drawn, and those
    /// to one variadic input by number.
    <T> Map<String, T> inputsOf(Map<String, T> links) {
        Map<String, T> ordered = new LinkedHashMap<>();
        for (InputPort input : signature.inputs()) {
            List<String> names = input.variadic() ? numbered(input, links) : List.of(input.name());
            for (String name : names) {
                T link = links.get(name);
                if (link != null) {
                    ordered.put(name, link);
                }
            }
        }
        return ordered;
    }

    /// Those of `links` that end at a parameter, sound or not, in the order in which parameters are drawn.
    <T> Map<String, T> parametersOf(Map<String, T> links) {
        if (links.isEmpty()) {
            return Map.of();
        }
        Map<String, T> ordered = new LinkedHashMap<>();
        for (String parameter : parameters.keySet()) {
            T link = links.get(parameter);
            if (link != null) {
                ordered.put(parameter, link);
            }
        }
        return ordered;
    }

    private List<String> numbered(InputPort variadic, Map<String, ?> links) {
        return links.keySet().stream()
                .filter(name -> !inputs.containsKey(name) && !parameters.containsKey(name))
                .filter(name -> variadic.number(name).isPresent())
                .sorted(Comparator.comparingInt(name -> variadic.number(name).orElseThrow()))
                .toList();
    }

    private static <T> Map<String, T> byName(List<T> parts, Function<T, String> name) {
        Map<String, T> byName = new LinkedHashMap<>();
        for (T part : parts) {
            byName.put(name.apply(part), part);
        }
        return byName;
    }
}
