package dev.weft.models.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Optional;

/// Opens ONNX Runtime sessions for the self-check, on whatever backend and with whatever options the application
/// uses.
@FunctionalInterface
public interface SessionOpener {
    /// Opens a session.
    ///
    /// @param model bytes of a model file
    /// @param externalFolder where files with external weights lie, if the model has any (session option
    ///     `session.model_external_initializers_file_folder_path`)
    /// @return an open session; the caller closes it
    OrtSession open(byte[] model, Optional<Path> externalFolder) throws OrtException;
}
