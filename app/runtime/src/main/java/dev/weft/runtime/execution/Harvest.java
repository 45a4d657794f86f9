package dev.weft.runtime.execution;

import dev.weft.graph.types.OutputPort;
import dev.weft.nodes.api.Blocked;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.runtime.cache.Items;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts together what the runs of one node gave.
final class Harvest {
    private Harvest() {}

    /// Checks that a value is there for each output.
    ///
    /// @throws NodeException if one is missing, or is no list where the output is declared as one
    static void check(NodeOutputs outputs, Shape shape) throws NodeException {
        for (OutputPort port : shape.signature().outputs()) {
            Object value = outputs.values().get(port.name());
            if (value == null) {
                throw fault(shape, port, "was given no value");
            }
            if (port.list() && !(value instanceof List || value instanceof Blocked)) {
                throw fault(
                        shape,
                        port,
                        "is declared as a list and was given a "
                                + value.getClass().getSimpleName());
            }
        }
    }

    private static NodeException fault(Shape shape, OutputPort port, String what) {
        return new NodeException(
                port.name(),
                "the output '" + port.name() + "' " + what + ", which is a fault of plugin '"
                        + shape.signature().id().namespace() + "'; update it");
    }

    /// The values by output, those of outputs that are declared as lists as [Items].
    static Map<String, Object> declared(Map<String, Object> values, Shape shape) {
        if (shape.lists().isEmpty()) {
            return values;
        }
        Map<String, Object> declared = new HashMap<>(values);
        declared.replaceAll((port, value) ->
                shape.givesList(port) && value instanceof List<?> list ? new Items(new ArrayList<>(list)) : value);
        return declared;
    }

    /// The values of all parts by output: of a mapped node the items of all parts one after another.
    static Map<String, Object> merged(List<Map<String, Object>> parts, boolean mapped, Shape shape) {
        if (!mapped) {
            return parts.getFirst();
        }
        Map<String, Object> merged = new HashMap<>();
        for (OutputPort port : shape.signature().outputs()) {
            List<Object> items = new ArrayList<>();
            for (Map<String, Object> part : parts) {
                Object value = part.get(port.name());
                if (value instanceof Items(List<Object> several)) {
                    items.addAll(several);
                } else if (value != null) {
                    items.add(value);
                }
            }
            merged.put(port.name(), new Items(items));
        }
        return merged;
    }

    /// A silently blocked value for each output.
    static Map<String, Object> blocked(Shape shape) {
        Map<String, Object> blocked = new HashMap<>();
        shape.signature().outputs().forEach(port -> blocked.put(port.name(), Blocked.SILENTLY));
        return blocked;
    }
}
