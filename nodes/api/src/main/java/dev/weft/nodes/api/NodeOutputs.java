package dev.weft.nodes.api;

import java.util.Map;

/// What a node gives back: a value for each of its outputs.
///
/// An output that is declared as a list gets a [java.util.List]; what takes it runs once for each item, or is given
/// the whole list if its input is declared as one. In place of any value or item there may be a [Blocked].
///
/// @param values by port name
/// @param byteSize memory that the values keep, for the cache's budget; handles to models count 0
public record NodeOutputs(Map<String, Object> values, long byteSize) implements NodeResult {
    /// Nothing, as from a node that has no outputs.
    public static final NodeOutputs NONE = new NodeOutputs(Map.of(), 0);

    /// Takes a copy of `values`.
    public NodeOutputs {
        values = Map.copyOf(values);
    }

    /// The single output of a node.
    public static NodeOutputs of(String port, Object value, long byteSize) {
        return new NodeOutputs(Map.of(port, value), byteSize);
    }
}
