package dev.weft.models.sampling;

/// A request or a scheduler config that cannot be carried out. The message is one sentence for the user.
public final class SamplingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    SamplingException(String message) {
        super(message);
    }
}
