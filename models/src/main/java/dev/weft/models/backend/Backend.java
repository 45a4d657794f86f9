package dev.weft.models.backend;

/// A place where ONNX sessions run.
public sealed interface Backend {
    /// The word that chooses this backend on the command line.
    String id();

    /// The processor's cores.
    record Cpu() implements Backend {
        @Override
        public String id() {
            return "cpu";
        }
    }

    /// An NVIDIA GPU.
    ///
    /// @param device its number, counted from 0 as CUDA counts
    record Cuda(int device) implements Backend {
        public Cuda {
            if (device < 0) {
                throw new IllegalArgumentException("A CUDA device number cannot be negative, but was " + device + ".");
            }
        }

        @Override
        public String id() {
            return "cuda:" + device;
        }
    }
}
