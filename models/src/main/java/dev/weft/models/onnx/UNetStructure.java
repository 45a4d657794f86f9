package dev.weft.models.onnx;

/// What of StyleAligned is compiled into the graph of a U-Net. All else (which row is the reference, in which
/// layers, how strongly) is data of each call.
///
/// The names are those of the authors' `StyleAlignedArgs`; the method is section 4 of "Style Aligned Image
/// Generation via Shared Attention" (arXiv 2312.02133).
///
/// @param shareAttention each row also attends to the keys and values of its reference row
/// @param adainQueries queries take the mean and deviation of the reference row's queries
/// @param adainKeys the same for keys
/// @param adainValues the same for values
/// @param shareGroupNorm group norms use statistics pooled over the row and its reference row
/// @param fullAttention in place of all the above but the norms, rows of one group attend to each other as one
///     sequence
/// @param scale reference keys are multiplied by the input `style_scale`; needs `shareAttention`
/// @param shift the input `style_shift` is added to the logits of reference keys; needs `shareAttention`
/// @param graded how much of their style rows take is data of each call: the input `style_share` for AdaIN and
///     norms, `style_shift` for attention
/// @param references how many rows each row refers to; several need `graded`
/// @param controlled the graph takes the residuals of a ControlNet, though the exported model does not
public record UNetStructure(
        boolean shareAttention,
        boolean adainQueries,
        boolean adainKeys,
        boolean adainValues,
        boolean shareGroupNorm,
        boolean fullAttention,
        boolean scale,
        boolean shift,
        boolean graded,
        int references,
        boolean controlled) {

    /// Makes equal what works equally: with full attention the other attention settings have no effect, without
    /// shared attention neither have scale and shift, and where nothing refers to another row neither have
    /// grades.
    ///
    /// @throws IllegalArgumentException if there is no reference
    public UNetStructure {
        if (references < 1) {
            throw new IllegalArgumentException("Rows refer to at least one row, not to " + references + ".");
        }
        shareAttention = shareAttention && !fullAttention;
        adainQueries = adainQueries && !fullAttention;
        adainKeys = adainKeys && !fullAttention;
        adainValues = adainValues && !fullAttention;
        boolean referring = shareAttention || adainQueries || adainKeys || adainValues || shareGroupNorm;
        references = referring ? references : 1;
        graded = referring && (graded || references > 1);
        scale = scale && shareAttention;
        shift = shareAttention && (shift || graded);
    }

    /// One reference at full strength, and no ControlNet.
    public UNetStructure(
            boolean shareAttention,
            boolean adainQueries,
            boolean adainKeys,
            boolean adainValues,
            boolean shareGroupNorm,
            boolean fullAttention,
            boolean scale,
            boolean shift) {
        this(
                shareAttention,
                adainQueries,
                adainKeys,
                adainValues,
                shareGroupNorm,
                fullAttention,
                scale,
                shift,
                false,
                1,
                false);
    }

    /// The same with the strength as data of each call, for a number of references.
    public UNetStructure graded(int count) {
        return new UNetStructure(
                shareAttention,
                adainQueries,
                adainKeys,
                adainValues,
                shareGroupNorm,
                fullAttention,
                scale,
                shift,
                true,
                count,
                controlled);
    }

    /// The model as exported, with its attention fused.
    public static UNetStructure plain() {
        return new UNetStructure(false, false, false, false, false, false, false, false);
    }

    /// StyleAligned as the authors set it: shared attention, AdaIN of queries and keys, shared group norms.
    public static UNetStructure styleAligned() {
        return new UNetStructure(true, true, true, false, true, false, false, false);
    }

    /// The authors' `full_attention_share`, with shared group norms.
    public static UNetStructure fullAttentionShare() {
        return new UNetStructure(false, false, false, false, true, true, false, false);
    }

    /// The same with inputs for the residuals of a ControlNet.
    public UNetStructure withControl() {
        return new UNetStructure(
                shareAttention,
                adainQueries,
                adainKeys,
                adainValues,
                shareGroupNorm,
                fullAttention,
                scale,
                shift,
                graded,
                references,
                true);
    }

    /// Whether nothing is shared, so that the graph keeps the inputs it had, but for those of a ControlNet.
    public boolean isPlain() {
        return !(altersSelfAttention() || shareGroupNorm);
    }

    /// Whether self-attention does more than it did in the exported model.
    boolean altersSelfAttention() {
        return shareAttention || fullAttention || adain();
    }

    boolean adain() {
        return adainQueries || adainKeys || adainValues;
    }

    /// Whether statistics are mixed by shares that are data of each call.
    boolean shares() {
        return graded && (adain() || shareGroupNorm);
    }

    /// Short text that differs between structures; part of file names in the cache.
    String key() {
        StringBuilder key = new StringBuilder(8);
        boolean[] flags = {
            shareAttention, adainQueries, adainKeys, adainValues, shareGroupNorm, fullAttention, scale, shift
        };
        for (int flag = 0; flag < flags.length; flag++) {
            key.append(flags[flag] ? "aqkvnfsl".charAt(flag) : '-');
        }
        if (graded) {
            key.append('g').append(references);
        }
        return controlled ? key + "c" : key.toString();
    }
}
