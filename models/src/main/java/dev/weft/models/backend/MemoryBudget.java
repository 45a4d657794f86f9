package dev.weft.models.backend;

/// How much memory opened models may take together.
public sealed interface MemoryBudget {
    /// Most of the memory where models run, and less while other programs need it.
    record Automatic() implements MemoryBudget {}

    /// At most this much.
    ///
    /// @param count bytes, at least 1
    record Bytes(long count) implements MemoryBudget {
        public Bytes {
            if (count < 1) {
                throw new IllegalArgumentException("Models need memory, but may take " + count + " bytes.");
            }
        }
    }
}
