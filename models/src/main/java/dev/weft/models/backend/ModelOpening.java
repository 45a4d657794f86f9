package dev.weft.models.backend;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// One attempt to open a model, in a thread of its own, so that whoever waits for it can stop waiting.
///
/// ONNX Runtime cannot be stopped while it opens a model; an attempt that nobody waits for any more ends at the next
/// point at which it can, or else its model is kept. The monitor of the model's [ModelMemory] guards its state.
final class ModelOpening {
    private final KeptModel<?> model;
    private final StopSignal stop = new StopSignal();
    private int waiting;
    private boolean onlyForLater = true;
    private boolean canWaitForRoom = true;
    private boolean ended;
    private @Nullable Throwable failure;

    ModelOpening(KeptModel<?> model) {
        this.model = model;
    }

    KeptModel<?> model() {
        return model;
    }

    /// Comes when nobody wants the model any more.
    StopSignal stop() {
        return stop;
    }

    /// One more thread waits.
    ///
    /// @param usesAnother whether it uses another model meanwhile, which it cannot give back before it has this one
    void join(boolean usesAnother) {
        waiting++;
        onlyForLater = false;
        canWaitForRoom &= !usesAnother;
    }

    /// A thread waits no longer.
    void leave() {
        waiting--;
        if (waiting == 0 && !ended) {
            stop.stop();
        }
    }

    boolean isWaitedFor() {
        return waiting > 0;
    }

    /// Whether nobody has needed the model so far.
    boolean isOnlyForLater() {
        return onlyForLater;
    }

    boolean canWaitForRoom() {
        return canWaitForRoom;
    }

    boolean hasEnded() {
        return ended;
    }

    void end(@Nullable Throwable cause) {
        ended = true;
        failure = cause;
    }

    /// Throws what the attempt failed for, unless others gave it up.
    void throwFailure() {
        switch (failure) {
            case null -> {}
            case CancellationException _ -> {}
            case RuntimeException known -> throw known;
            case Error known -> throw known;
            default -> throw new IllegalStateException(failure);
        }
    }
}
