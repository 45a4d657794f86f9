package dev.weft.models.onnx;

/// One dimension of a model input or output as the file states it.
public sealed interface Dimension {
    /// The same in every call.
    ///
    /// @param size number of elements, at least 0
    record Fixed(long size) implements Dimension {
        @Override
        public String toString() {
            return Long.toString(size);
        }
    }

    /// Chosen by the caller.
    ///
    /// @param name what the exporter called it, such as `batch_size`; empty if it has no name
    record Symbolic(String name) implements Dimension {
        @Override
        public String toString() {
            return name.isEmpty() ? "?" : name;
        }
    }
}
