package dev.weft.runtime.execution;

import java.util.List;

/// The value of an output that has several: one that is declared as a list, or one of a node that was mapped.
///
/// @param values the items, of which each may be blocked
record Items(List<Object> values) {
    Items {
        values = List.copyOf(values);
    }
}
