package dev.weft.nodes.api;

import dev.weft.graph.types.ParameterValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a node is given to run with.
public final class NodeInputs {
    private final Map<String, Object> values;
    private final ParameterValues parameters;
    private final Set<String> lacking;

    /// @param values the value of each linked input, by port name; a [List] for an input that is declared as a list
    /// @param parameters the node's parameters, defaults and linked values filled in
    public NodeInputs(Map<String, Object> values, ParameterValues parameters) {
        this(values, parameters, Set.of());
    }

    /// @param values the value of each linked input that has one, by port name; a [List] for an input that is declared
    /// as a list
    /// @param parameters the node's parameters, defaults and linked values filled in
    /// @param lacking names of the lazy inputs that are linked and have no value yet
    public NodeInputs(Map<String, Object> values, ParameterValues parameters, Set<String> lacking) {
        this.values = Map.copyOf(values);
        this.parameters = parameters;
        this.lacking = Set.copyOf(lacking);
    }

    /// The node's parameters.
    public ParameterValues parameters() {
        return parameters;
    }

    /// The lazy inputs that are linked and have no value, because the node has not asked for them.
    public Set<String> lacking() {
        return lacking;
    }

    /// The value of an input that is required.
    ///
    /// @throws NodeException if there is no value, or it is of another Java type than `type`
    public <T> T value(String port, Class<T> type) throws NodeException {
        Optional<T> value = optional(port, type);
        if (value.isEmpty()) {
            throw new NodeException(port, "The input '" + port + "' has no value; link it.");
        }
        return value.get();
    }

    /// The value of an input that may be unlinked.
    ///
    /// @throws NodeException if the value is of another Java type than `type`
    public <T> Optional<T> optional(String port, Class<T> type) throws NodeException {
        Object value = values.get(port);
        return value == null ? Optional.empty() : Optional.of(typed(port, value, type));
    }

    /// The items of an input that is declared as a list; none if it is unlinked.
    ///
    /// @throws NodeException if an item is of another Java type than `type`
    public <T> List<T> list(String port, Class<T> type) throws NodeException {
        Object value = values.get(port);
        if (value == null) {
            return List.of();
        }
        List<T> items = new ArrayList<>();
        for (Object item : value instanceof List<?> list ? list : List.of(value)) {
            items.add(typed(port, item, type));
        }
        return List.copyOf(items);
    }

    /// The values that are linked to a variadic input, which is linked as `port_1`, `port_2` and so on, in the order
    /// of these numbers.
    ///
    /// @throws NodeException if a value is of another Java type than `type`
    public <T> List<T> variadic(String port, Class<T> type) throws NodeException {
        String start = port + "_";
        List<String> names = values.keySet().stream()
                .filter(name ->
                        name.startsWith(start) && name.substring(start.length()).matches("[1-9][0-9]{0,8}"))
                .sorted((a, b) -> Integer.compare(number(a, start), number(b, start)))
                .toList();
        List<T> found = new ArrayList<>();
        for (String name : names) {
            found.add(value(name, type));
        }
        return List.copyOf(found);
    }

    private static int number(String name, String start) {
        return Integer.parseInt(name.substring(start.length()));
    }

    private static <T> T typed(String port, Object value, Class<T> type) throws NodeException {
        if (!type.isInstance(value)) {
            throw new NodeException(
                    port,
                    "The input '" + port + "' got a " + value.getClass().getSimpleName() + " but takes a "
                            + type.getSimpleName() + "; update the two plugins so that they fit together.");
        }
        return type.cast(value);
    }
}
