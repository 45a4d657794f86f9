package dev.weft.models.unet;

import dev.weft.models.backend.BatchLimit;
import dev.weft.models.backend.SessionFactory;
import java.util.HashMap;
import java.util.Map;

/// How many rows go into one call: what the settings say, or what free memory allows, and never more than
/// memory was seen to hold. Thread-safe.
final class BatchRows {
    /// More rows keep two cores no busier than these, and more cores hardly.
    private static final int MOST_ON_PROCESSOR = 16;

    private static final int MOST_ON_GRAPHICS = 64;
    /// Of free memory; the rest is for other models, other programs and errors of the estimate.
    private static final double USED_SHARE = 0.5;

    private final SessionFactory sessions;
    private final RowMemory memory;
    private final long weightBytes;
    private final Map<Long, Integer> limits = new HashMap<>();

    /// @param memory estimates what a row takes
    /// @param weightBytes what the U-Net takes of the budget of models besides
    BatchRows(SessionFactory sessions, RowMemory memory, long weightBytes) {
        this.sessions = sessions;
        this.memory = memory;
        this.weightBytes = weightBytes;
    }

    /// The most rows of one call.
    synchronized int of(UNetBatch batch) {
        // Free memory is asked for once a size, since a session keeps what it took.
        return limits.computeIfAbsent(
                pixels(batch), pixels -> switch (sessions.settings().maxBatch()) {
                    case BatchLimit.Rows(int count) -> count;
                    case BatchLimit.Automatic() -> automatic(pixels);
                });
    }

    private int automatic(long pixels) {
        int most = sessions.onProcessor() ? MOST_ON_PROCESSOR : MOST_ON_GRAPHICS;
        long free = (long) (USED_SHARE * sessions.freeMemory().orElse(Long.MAX_VALUE));
        long budget = sessions.settings().memory().limit().orElse(Long.MAX_VALUE) - weightBytes;
        return Math.clamp(Math.min(free, budget) / memory.bytes(pixels), 1, most);
    }

    /// Remembers that calls have to be smaller.
    synchronized void lower(UNetBatch batch, int rows) {
        limits.put(pixels(batch), Math.max(1, rows));
    }

    private static long pixels(UNetBatch batch) {
        return (long) batch.latents().height() * batch.latents().width();
    }
}
