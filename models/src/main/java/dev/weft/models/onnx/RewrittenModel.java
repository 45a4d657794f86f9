package dev.weft.models.onnx;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A U-Net after graph surgery, ready to be opened as a session.
///
/// Beside the inputs of the exported model it takes, unless its structure is plain:
///
/// - [#REFERENCE_INDEX] int64 `[(selfAttentionLayers + 1) * R, B]`: for each layer, each of its R references
///   and each row of the batch the row that it refers to; a row that names itself is unshared there. Layers are
///   in the order in which diffusers registers them (down, up, mid); the last R lines are for the group norms.
///   R is [UNetStructure#references()].
/// - [#STYLE_SCALE] float `[B]`, with [UNetStructure#scale()]: factor on the reference's keys, for rows that
///   refer to another row.
/// - [#STYLE_SHIFT] float `[B]`, with several references `[R, B]`, with [UNetStructure#shift()]: added to the
///   logits of the reference's keys, for each row of queries.
/// - [#STYLE_SHARE] float `[R, B]`, with [UNetStructure#graded()], AdaIN or shared norms: how much of each
///   reference's statistics a row takes; what is missing to 1 is its own. Of a group norm's pool that is half.
/// - [#ATTENTION_GROUPS] int64 `[selfAttentionLayers]`, with [UNetStructure#fullAttention()]: into how many
///   groups of neighbouring rows the batch is divided, which attend as one sequence; `B` leaves a layer plain.
public final class RewrittenModel {
    /// Name of the input that says which row refers to which.
    public static final String REFERENCE_INDEX = "reference_index";

    /// Name of the input with the factor on reference keys.
    public static final String STYLE_SCALE = "style_scale";

    /// Name of the input with the addend to reference logits.
    public static final String STYLE_SHIFT = "style_shift";

    /// Name of the input with the shares of the references' statistics.
    public static final String STYLE_SHARE = "style_share";

    /// Name of the input that divides the batch for full attention.
    public static final String ATTENTION_GROUPS = "attention_groups";

    private final byte[] bytes;
    private final Optional<Path> externalFolder;
    private final UNetStructure structure;
    private final int selfAttentionLayers;
    private final List<TensorInfo> inputs;
    private final List<TensorInfo> outputs;

    RewrittenModel(
            byte[] bytes,
            Optional<Path> externalFolder,
            UNetStructure structure,
            int selfAttentionLayers,
            List<TensorInfo> inputs,
            List<TensorInfo> outputs) {
        this.bytes = bytes;
        this.externalFolder = externalFolder;
        this.structure = structure;
        this.selfAttentionLayers = selfAttentionLayers;
        this.inputs = List.copyOf(inputs);
        this.outputs = List.copyOf(outputs);
    }

    /// The model file's bytes; not a copy, so not to be written to.
    public byte[] bytes() {
        return bytes;
    }

    /// Folder that external weights are relative to, if the model has any.
    public Optional<Path> externalFolder() {
        return externalFolder;
    }

    /// What was compiled in.
    public UNetStructure structure() {
        return structure;
    }

    /// How many self-attention layers the graph has; 0 if none was recognised.
    public int selfAttentionLayers() {
        return selfAttentionLayers;
    }

    /// All inputs: the exported model's, in their order, then those of the structure. A timestep that was declared an
    /// integer is float32 now, wherever the graph allows it, so that it may have a fraction.
    public List<TensorInfo> inputs() {
        return inputs;
    }

    /// All outputs; the same as the exported model's.
    public List<TensorInfo> outputs() {
        return outputs;
    }
}
