package dev.weft.editor.edit;

import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.PortKind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which port of a node type would be wired if people do not say which.
public final class Fitting {
    private Fitting() {}

    /// The input for a value of a kind: one of just this kind before one of any, an input before a parameter. A
    /// variadic input is named by its first port.
    public static Optional<String> input(NodeSignature type, PortKind given) {
        return input(type, given, Set.of());
    }

    /// As [#input(NodeSignature, PortKind)], passing over those that are linked as long as others fit.
    ///
    /// @param linked names of the inputs and parameters at which links end
    public static Optional<String> input(NodeSignature type, PortKind given, Collection<String> linked) {
        List<String> exact = type.inputs().stream()
                .filter(port -> port.kind().equals(given))
                .map(port -> name(port, linked))
                .toList();
        List<String> loose = type.inputs().stream()
                .filter(port -> port.kind().accepts(given))
                .map(port -> name(port, linked))
                .toList();
        List<String> parameters = type.parameters().stream()
                .filter(parameter -> parameter.accepts(given))
                .map(Parameter::name)
                .toList();
        List<String> all = Stream.of(exact, loose, parameters)
                .flatMap(List::stream)
                .distinct()
                .toList();
        return all.stream()
                .filter(name -> !linked.contains(name))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /// The output that can be linked to an input of a kind: one of just this kind before one of any.
    public static Optional<String> output(NodeSignature type, PortKind wanted) {
        return output(type, List.of(wanted));
    }

    /// The output that can be linked to a parameter that takes these kinds.
    public static Optional<String> output(NodeSignature type, List<PortKind> wanted) {
        Stream<OutputPort> exact = type.outputs().stream().filter(port -> wanted.contains(port.kind()));
        Stream<OutputPort> loose =
                type.outputs().stream().filter(port -> wanted.stream().anyMatch(kind -> kind.accepts(port.kind())));
        return Stream.concat(exact, loose).map(OutputPort::name).findFirst();
    }

    /// The input's name, or that of the first free port of a variadic one.
    static String name(InputPort port, Collection<String> linked) {
        if (!port.variadic()) {
            return port.name();
        }
        int number = 1;
        while (linked.contains(port.numbered(number))) {
            number++;
        }
        return port.numbered(number);
    }
}
