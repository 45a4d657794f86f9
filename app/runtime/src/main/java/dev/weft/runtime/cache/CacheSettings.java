package dev.weft.runtime.cache;

/// How results of earlier runs are kept.
///
/// @param policy which ones
/// @param memoryBytes how much memory they may take together; 0 keeps none there
/// @param diskBytes how much of the disk those may take that memory has no room for; 0 keeps none there
public record CacheSettings(CachePolicy policy, long memoryBytes, long diskBytes) {
    private static final long USUAL_DISK_BYTES = 4L << 30;

    /// @throws IllegalArgumentException if a size is negative
    public CacheSettings {
        if (memoryBytes < 0 || diskBytes < 0) {
            throw new IllegalArgumentException(
                    "a cache cannot have budgets of " + memoryBytes + " and " + diskBytes + " bytes");
        }
    }

    /// What was used last, in a quarter of the memory that the Java heap may grow to and 4 GiB of the disk.
    public static CacheSettings usual() {
        return new CacheSettings(CachePolicy.LRU, Runtime.getRuntime().maxMemory() / 4, USUAL_DISK_BYTES);
    }

    /// Nothing is kept.
    public static CacheSettings none() {
        return new CacheSettings(CachePolicy.NONE, 0, 0);
    }

    /// What was used last, in memory alone.
    ///
    /// @param memoryBytes how much of it
    public static CacheSettings inMemory(long memoryBytes) {
        return new CacheSettings(CachePolicy.LRU, memoryBytes, 0);
    }
}
