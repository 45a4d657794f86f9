package dev.weft.nodes.api;

import dev.weft.graph.types.ParameterValues;
import java.util.Map;
import java.util.Optional;

/// What a node is given to run with.
public final class NodeInputs {
    private final Map<String, Object> values;
    private final ParameterValues parameters;

    /// @param values the value of each linked input, by port name
    /// @param parameters the node's parameters, defaults filled in
    public NodeInputs(Map<String, Object> values, ParameterValues parameters) {
        this.values = Map.copyOf(values);
        this.parameters = parameters;
    }

    /// The node's parameters.
    public ParameterValues parameters() {
        return parameters;
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
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw new NodeException(
                    port,
                    "The input '" + port + "' got a " + value.getClass().getSimpleName() + " but takes a "
                            + type.getSimpleName() + "; update the two plugins so that they fit together.");
        }
        return Optional.of(type.cast(value));
    }
}
