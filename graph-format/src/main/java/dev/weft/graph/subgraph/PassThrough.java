package dev.weft.graph.subgraph;

import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.PortKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which input takes the place of each output of a node that does nothing.
public final class PassThrough {
    /// @param name of the input, or of a parameter that is linked
    private record Way(String name, PortKind kind) {}

    private PassThrough() {}

    /// For each output the first input of its kind that no output before it has taken, or else the first of
    /// that kind;
    /// a variadic input counts as its linked ports, a linked parameter as an input. Outputs without such an
    /// input are
    /// left out.
    ///
    /// @param linked names of the inputs and parameters at which links end
    public static Map<String, String> of(NodeSignature signature, Collection<String> linked) {
        List<Way> ways = ways(signature, linked);
        Map<String, String> inputs = new LinkedHashMap<>();
        Set<Way> taken = new HashSet<>();
        for (OutputPort output : signature.outputs()) {
            List<Way> fitting = ways.stream()
                    .filter(way -> way.kind().equals(output.kind()))
                    .toList();
            Optional<Way> way =
                    fitting.stream().filter(each -> !taken.contains(each)).findFirst();
            way.or(() -> fitting.stream().findFirst()).ifPresent(found -> {
                taken.add(found);
                inputs.put(output.name(), found.name());
            });
        }
        return inputs;
    }

    private static List<Way> ways(NodeSignature signature, Collection<String> linked) {
        List<Way> ways = new ArrayList<>();
        for (InputPort input : signature.inputs()) {
            if (input.variadic()) {
                linked.stream()
                        .filter(name -> input.number(name).isPresent())
                        .sorted(Comparator.comparingInt(
                                name -> input.number(name).orElseThrow()))
                        .forEach(name -> ways.add(new Way(name, input.kind())));
            } else {
                ways.add(new Way(input.name(), input.kind()));
            }
        }
        for (Parameter parameter : signature.parameters()) {
            if (linked.contains(parameter.name())) {
                parameter.kinds().forEach(kind -> ways.add(new Way(parameter.name(), kind)));
            }
        }
        return ways;
    }
}
