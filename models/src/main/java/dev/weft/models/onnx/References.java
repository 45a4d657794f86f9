package dev.weft.models.onnx;

import java.util.List;

/// What the rows of a batch refer to in one place of a graph, as values of that graph.
///
/// @param rows for each reference int64 `[B]`, the row that each row refers to
/// @param shares for each reference float `[B, 1, 1]`, how much of its statistics each row takes; empty where
///     the only reference counts fully
record References(List<String> rows, List<String> shares) {
    References {
        rows = List.copyOf(rows);
        shares = List.copyOf(shares);
    }

    /// Whether there is one reference, whose statistics are taken over.
    boolean whole() {
        return shares.isEmpty();
    }

    /// The reference that counts fully.
    String only() {
        return rows.getFirst();
    }
}
