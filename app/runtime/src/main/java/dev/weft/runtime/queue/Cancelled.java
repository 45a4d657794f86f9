package dev.weft.runtime.queue;

/// What came of asking for a run to be cancelled.
public sealed interface Cancelled {
    /// It was waiting, and will never be run.
    record BeforeItBegan() implements Cancelled {}

    /// It is running, and its worker was asked to stop it.
    record Asked() implements Cancelled {}

    /// It was over already, which stays as it is.
    ///
    /// @param status how it had ended
    record TooLate(RunStatus status) implements Cancelled {}
}
