package dev.weft.models.backend;

import java.nio.file.Path;
import java.util.Optional;

/// How models are run, decided once for a whole process.
///
/// @param choice where sessions run
/// @param threads how many threads one model call may use, at least 1
/// @param maxBatch the most rows of one U-Net call
/// @param libraryFolder where ONNX Runtime's native libraries are kept once unpacked; without it they are
///     unpacked again at every start
/// @param clock counts the time spent in models
/// @param memory holds the models that are open, of all who share these settings
public record BackendSettings(
        BackendChoice choice,
        int threads,
        BatchLimit maxBatch,
        Optional<Path> libraryFolder,
        SessionClock clock,
        ModelMemory memory) {
    public BackendSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("A model needs at least one thread, but " + threads + " were given.");
        }
    }

    /// The given choice with one thread a core, as many rows a call and as many opened models as fit, libraries
    /// unpacked at every start.
    public static BackendSettings of(BackendChoice choice) {
        return new BackendSettings(
                choice,
                Runtime.getRuntime().availableProcessors(),
                new BatchLimit.Automatic(),
                Optional.empty(),
                new SessionClock(),
                new ModelMemory(new MemoryBudget.Automatic()));
    }

    /// The same with a limit on the rows of one U-Net call.
    public BackendSettings withMaxBatch(int rows) {
        return withMaxBatch(new BatchLimit.Rows(rows));
    }

    /// The same with another limit on the rows of one U-Net call.
    public BackendSettings withMaxBatch(BatchLimit limit) {
        return new BackendSettings(choice, threads, limit, libraryFolder, clock, memory);
    }

    /// The same with another number of threads.
    public BackendSettings withThreads(int count) {
        return new BackendSettings(choice, count, maxBatch, libraryFolder, clock, memory);
    }

    /// The same with no model open, and another limit on the memory of opened models.
    public BackendSettings withModelMemory(MemoryBudget budget) {
        return new BackendSettings(choice, threads, maxBatch, libraryFolder, clock, new ModelMemory(budget));
    }

    /// The same with a folder in which ONNX Runtime's native libraries are kept.
    public BackendSettings withLibraryFolder(Path folder) {
        return new BackendSettings(choice, threads, maxBatch, Optional.of(folder), clock, memory);
    }
}
