package dev.weft.runtime.execution;

import dev.weft.graph.types.ParameterValues;
import dev.weft.nodes.api.Blocked;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.runtime.cache.Items;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What one node is run with: once, or once for each item where lists arrive at inputs that take single values.
final class Mapping {
    private final Shape shape;
    private final Map<String, Object> arrived;
    private final List<ParameterValues> settings;
    private final Set<String> lacking;
    private final boolean mapped;
    private final int count;

    /// @param arrived what arrived at each input and linked parameter
    /// @param settings the parameters, one for each item if a list arrived at one of them
    /// @param lacking lazy inputs that are not worked out
    Mapping(Shape shape, Map<String, Object> arrived, List<ParameterValues> settings, Set<String> lacking) {
        this.shape = shape;
        this.arrived = arrived;
        this.settings = settings;
        this.lacking = lacking;
        int longest = 1;
        boolean any = false;
        boolean none = false;
        for (Map.Entry<String, Object> input : arrived.entrySet()) {
            if (input.getValue() instanceof Items(List<Object> items) && !shape.takesList(input.getKey())) {
                any = true;
                none |= items.isEmpty();
                longest = Math.max(longest, items.size());
            }
        }
        this.mapped = any;
        this.count = none ? 0 : longest;
    }

    /// Whether there are lazy inputs that are not worked out.
    boolean lacksAny() {
        return !lacking.isEmpty();
    }

    boolean mapped() {
        return mapped;
    }

    /// How many times the node is run; 0 if a list is empty.
    int count() {
        return count;
    }

    /// Why the node is not run for this item; nothing if it is.
    Optional<Blocked> blocked(int item) {
        if (!mapped) {
            return Optional.empty();
        }
        return arrived.entrySet().stream()
                .filter(input -> !shape.takesList(input.getKey()))
                .map(input -> Wires.item(input.getValue(), item))
                .filter(Blocked.class::isInstance)
                .map(Blocked.class::cast)
                .findFirst();
    }

    NodeInputs inputs(int item) {
        Map<String, Object> values = new HashMap<>();
        arrived.forEach((name, value) -> {
            if (shape.takesList(name)) {
                values.put(name, value instanceof Items(List<Object> items) ? items : new ArrayList<>(List.of(value)));
            } else if (!shape.isParameter(name)) {
                values.put(name, Wires.item(value, item));
            }
        });
        return new NodeInputs(values, settings.get(Math.min(item, settings.size() - 1)), lacking);
    }
}
