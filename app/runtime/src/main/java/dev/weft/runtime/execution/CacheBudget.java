package dev.weft.runtime.execution;

/// How many bytes the results kept in memory may have together.
///
/// @param bytes the budget; 0 keeps nothing
public record CacheBudget(long bytes) {
    /// @throws IllegalArgumentException if `bytes` is negative
    public CacheBudget {
        if (bytes < 0) {
            throw new IllegalArgumentException("a cache cannot have a budget of " + bytes + " bytes");
        }
    }

    /// A quarter of the memory that the Java heap may grow to.
    public static CacheBudget ofHeap() {
        return new CacheBudget(Runtime.getRuntime().maxMemory() / 4);
    }
}
