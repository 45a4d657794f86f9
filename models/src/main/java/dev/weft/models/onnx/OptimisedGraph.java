package dev.weft.models.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.file.Path;
import java.util.Optional;

/// A rewritten model as ONNX Runtime optimised it for this machine's processor, kept so that it need not do so at
/// each start.
///
/// What ONNX Runtime makes of a graph depends on its version and on what the processor can do; both are part of the
/// file's name.
public final class OptimisedGraph {
    private final CacheFolder files;
    private final Path kept;
    private final byte[] model;

    OptimisedGraph(CacheFolder files, Path kept, byte[] model) {
        this.files = files;
        this.kept = kept;
        this.model = model;
    }

    /// Opens what is kept, or the model itself, whose optimised graph is then kept.
    ///
    /// @param options for a session on the processor; the level of optimisation is changed
    /// @throws OrtException if ONNX Runtime cannot open the model
    public OrtSession open(SessionOptions options) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        if (files.use(kept)) {
            try {
                options.setOptimizationLevel(SessionOptions.OptLevel.NO_OPT);
                return environment.createSession(kept.toString(), options);
            } catch (OrtException e) {
                // The file is damaged, and is made anew.
                files.delete(kept);
            }
        }
        options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
        Optional<Path> unfinished = files.unfinished();
        if (unfinished.isEmpty()) {
            return environment.createSession(model, options);
        }
        try {
            options.setOptimizedModelFilePath(unfinished.get().toString());
            OrtSession session = environment.createSession(model, options);
            files.keep(unfinished.get(), kept);
            return session;
        } finally {
            files.delete(unfinished.get());
        }
    }
}
