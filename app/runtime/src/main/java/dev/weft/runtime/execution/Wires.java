package dev.weft.runtime.execution;

import dev.weft.nodes.api.Blocked;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.runtime.cache.Identity;
import dev.weft.runtime.cache.Items;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What arrives over a wire.
final class Wires {
    private Wires() {}

    /// The value, which is there.
    static Object value(Wire wire) {
        return switch (wire) {
            case Wire.Fixed fixed -> fixed.value();
            case Wire.From from -> {
                Object value = outputs(from)
                        .map(outputs -> outputs.values().get(from.port()))
                        .orElseThrow(() -> new IllegalStateException("the value of '" + from.task().id + "."
                                + from.port() + "' was let go before it was read"));
                yield from.item() == Wire.WHOLE ? value : item(value, from.item());
            }
        };
    }

    /// Identity of the value; nothing if it has none.
    static Optional<Identity> identity(Wire wire) {
        return switch (wire) {
            case Wire.Fixed fixed -> fixed.identity();
            case Wire.From from -> {
                Optional<Identity> whole =
                        Optional.ofNullable(from.task().identities).map(identities -> identities.get(from.port()));
                yield from.item() == Wire.WHOLE ? whole : whole.map(identity -> identity.item(from.item()));
            }
        };
    }

    /// All that the other task gave.
    static Optional<NodeOutputs> outputs(Wire.From from) {
        return Optional.ofNullable(from.task().outputs);
    }

    /// The item of this number, or the last one; a value that is no list is its own only item.
    static Object item(Object value, int number) {
        return value instanceof Items(List<Object> values) && !values.isEmpty()
                ? values.get(Math.min(number, values.size() - 1))
                : value;
    }

    /// What keeps a whole task from running, if something does.
    ///
    /// @param early whether to look at linked parameters only, whose values are there first
    static Optional<Blocked> blocked(Task task, boolean early) {
        for (Map.Entry<String, Wire> wire : task.wires.entrySet()) {
            if (task.postpones(wire.getKey()) || (early && !task.shape.isParameter(wire.getKey()))) {
                continue;
            }
            Object value = value(wire.getValue());
            if (value instanceof Blocked blocked) {
                return Optional.of(blocked);
            }
            if (value instanceof Items(List<Object> items) && task.shape.takesList(wire.getKey())) {
                for (Object item : items) {
                    if (item instanceof Blocked blocked) {
                        return Optional.of(blocked);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
