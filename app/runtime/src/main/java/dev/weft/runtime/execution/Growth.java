package dev.weft.runtime.execution;

import dev.weft.nodes.api.NodeOutputs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a task turned into.
///
/// @param parts what came of each item it was run for; one part if no list was mapped
/// @param mapped whether a list was mapped
/// @param added the new tasks, each after those that it takes values from
record Growth(List<Part> parts, boolean mapped, List<Task> added) {
    /// What came of one item.
    sealed interface Part {}

    /// Values.
    record Values(NodeOutputs outputs) implements Part {}

    /// Where the values will come from, by output.
    record Links(Map<String, Wire> outputs) implements Part {}

    /// All wires that the outputs need.
    List<Wire> wires() {
        List<Wire> wires = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Links(Map<String, Wire> outputs)) {
                wires.addAll(outputs.values());
            }
        }
        return wires;
    }

    /// The values of the outputs, when all that they need is there.
    NodeOutputs collected(Shape shape) {
        List<Map<String, Object>> parts = new ArrayList<>();
        // Told apart as objects: two tasks may give equal values.
        Set<NodeOutputs> sources = Collections.newSetFromMap(new IdentityHashMap<>());
        long given = 0;
        for (Part part : this.parts) {
            switch (part) {
                case Values(NodeOutputs outputs) -> {
                    parts.add(Harvest.declared(outputs.values(), shape));
                    given += outputs.byteSize();
                }
                case Links(Map<String, Wire> outputs) -> {
                    Map<String, Object> values = new HashMap<>();
                    for (Map.Entry<String, Wire> output : outputs.entrySet()) {
                        values.put(output.getKey(), Wires.value(output.getValue()));
                        switch (output.getValue()) {
                            case Wire.From from -> Wires.outputs(from).ifPresent(sources::add);
                            case Wire.Fixed fixed -> given += fixed.byteSize();
                        }
                    }
                    parts.add(values);
                }
            }
        }
        long kept = given + sources.stream().mapToLong(NodeOutputs::byteSize).sum();
        return new NodeOutputs(Harvest.merged(parts, mapped, shape), kept);
    }
}
