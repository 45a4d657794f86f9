package dev.weft.models.backend;

import java.util.OptionalLong;

/// How much memory there is where models run.
interface MemoryGauge {
    /// Bytes that nothing uses; nothing where it cannot be known.
    OptionalLong free();

    /// All bytes; nothing where it cannot be known.
    OptionalLong total();
}
