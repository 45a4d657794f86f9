package dev.weft.runtime.cache;

import java.util.List;

/// The value of an output that has several: one that is declared as a list, or one of a node that was mapped.
///
/// @param values the items, of which each may be blocked
public record Items(List<Object> values) {
    /// Takes a copy.
    public Items {
        values = List.copyOf(values);
    }
}
