package dev.weft.graph.types;

import java.util.HashMap;
import java.util.Map;

/// The values of the parameters of one node, defaults filled in and checked against the node type. Before a
/// node runs, those that are linked are missing; the node itself is given all.
///
/// Each getter throws [IllegalArgumentException] if the node type declares no such parameter of that sort,
/// which is a mistake in the plugin, never in the workflow.
public final class ParameterValues {
    private final Map<String, Object> values;

    /// @param values by parameter name: [Long] for whole numbers and seeds, [Double], [Boolean], or [String]
    /// for texts and choices
    public ParameterValues(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    /// The value of a whole number or seed.
    public long whole(String name) {
        return get(name, Long.class);
    }

    /// The value of a whole number whose range lies within `int`.
    public int integer(String name) {
        return Math.toIntExact(whole(name));
    }

    /// The value of a decimal number.
    public double decimal(String name) {
        return get(name, Double.class);
    }

    /// The value of a flag.
    public boolean flag(String name) {
        return get(name, Boolean.class);
    }

    /// The value of a text or choice.
    public String text(String name) {
        return get(name, String.class);
    }

    /// Whether the parameter's value is known.
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /// These values and one more, which a link gave.
    ///
    /// @throws IllegalArgumentException if the parameter does not take it; its message is a sentence for the
    /// user that names neither node nor parameter
    public ParameterValues with(Parameter parameter, Object given) {
        Map<String, Object> more = new HashMap<>(values);
        more.put(parameter.name(), LinkedValue.of(parameter, given));
        return new ParameterValues(more);
    }

    /// All values by name, of the types that the constructor takes.
    public Map<String, Object> asMap() {
        return values;
    }

    private <T> T get(String name, Class<T> type) {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(
                    "this node type declares no " + type.getSimpleName() + " parameter '" + name + "'");
        }
        return type.cast(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ParameterValues that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
