package dev.weft.runtime.execution;

import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.nodes.api.Blocked;
import dev.weft.nodes.api.NodeException;
import dev.weft.runtime.cache.Items;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The parameters with which a task runs: what is set and what links bring, one for each item of the longest list.
final class Settings {
    private Settings() {}

    /// @param task one whose linked parameters have their values, none of them blocked
    /// @throws NodeException if a parameter does not take what arrived
    static List<ParameterValues> of(Task task) throws NodeException {
        Map<Parameter, Object> linked = new LinkedHashMap<>();
        int count = 1;
        boolean mapped = false;
        for (Map.Entry<String, Wire> wire : task.wires.entrySet()) {
            Parameter parameter = task.shape.parameters().get(wire.getKey());
            if (parameter == null) {
                continue;
            }
            Object value = Wires.value(wire.getValue());
            linked.put(parameter, value);
            if (value instanceof Items(List<Object> values)) {
                count = values.isEmpty() || (mapped && count == 0) ? 0 : Math.max(count, values.size());
                mapped = true;
            }
        }
        List<ParameterValues> settings = new ArrayList<>(count);
        for (int item = 0; item < count; item++) {
            settings.add(with(task.parameters, linked, item));
        }
        return settings;
    }

    private static ParameterValues with(ParameterValues fixed, Map<Parameter, Object> linked, int item)
            throws NodeException {
        ParameterValues all = fixed;
        for (Map.Entry<Parameter, Object> link : linked.entrySet()) {
            Object value = Wires.item(link.getValue(), item);
            if (value instanceof Blocked) {
                continue;
            }
            try {
                all = all.with(link.getKey(), value);
            } catch (IllegalArgumentException e) {
                throw NodeException.of(link.getKey().name(), e);
            }
        }
        return all;
    }
}
