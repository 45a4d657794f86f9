package dev.weft.models.backend;

/// What a [KeptModel] holds while it is open.
public interface OpenedModel extends AutoCloseable {
    /// Bytes that it has taken beside its weights, estimated from the largest call so far.
    long workingBytes();

    @Override
    void close();
}
