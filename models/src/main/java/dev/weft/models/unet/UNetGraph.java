package dev.weft.models.unet;

import dev.weft.models.backend.KeptModel;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.control.Residuals;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One graph of a U-Net, open when it is run. Thread-safe.
final class UNetGraph implements AutoCloseable {
    private final KeptModel<UNetSession> kept;
    private volatile @Nullable UNetRoles known;

    UNetGraph(KeptModel<UNetSession> kept) {
        this.kept = kept;
    }

    /// What it takes and gives; it is opened the first time.
    UNetRoles roles(StopSignal stop) {
        UNetRoles roles = known;
        if (roles == null) {
            roles = kept.use(stop, UNetSession::roles);
            known = roles;
        }
        return roles;
    }

    /// Runs one chunk and copies the wanted rows of the result to their places in `result`.
    void run(Chunk chunk, UNetBatch batch, float[] result, StopSignal stop) {
        // Before the graph is in use, so that one can make room for the other.
        Optional<Residuals> residuals = batch.controls().residuals(batch.latents(), chunk.rows(), stop);
        kept.use(stop, session -> {
            session.run(chunk, batch, residuals, result, stop);
            return true;
        });
    }

    void free() {
        kept.free();
    }

    @Override
    public void close() {
        kept.close();
    }
}
