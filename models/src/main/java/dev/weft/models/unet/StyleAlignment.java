package dev.weft.models.unet;

import dev.weft.models.onnx.UNetStructure;

/// How rows take their style from a reference row: the settings of StyleAligned ("Style Aligned Image Generation via
/// Shared Attention", arXiv 2312.02133) with the names and meanings of the authors' code.
///
/// @param shareAttention each row also attends to the reference row's keys and values
/// @param adainQueries queries take the mean and deviation of the reference row's
/// @param adainKeys keys do so
/// @param adainValues values do so
/// @param shareGroupNorm group norms pool their statistics with the reference row's
/// @param fullAttentionShare in place of the attention settings above, all rows of a half attend to each other
/// @param styleScale factor on the reference's keys, for rows that are not the reference; at least 0, 1 changes nothing
/// @param styleShift added to the logits of the reference's keys; 0 changes nothing, ln 2 doubles their weight
/// @param onlySelfLevel share of the self-attention layers, 0 … 1, that are left alone
public record StyleAlignment(
        boolean shareAttention,
        boolean adainQueries,
        boolean adainKeys,
        boolean adainValues,
        boolean shareGroupNorm,
        boolean fullAttentionShare,
        double styleScale,
        double styleShift,
        double onlySelfLevel) {
    public StyleAlignment {
        if (!(styleScale >= 0) || Double.isInfinite(styleScale)) {
            throw new IllegalArgumentException("style_scale has to be 0 or more, but is " + styleScale + ".");
        }
        if (!Double.isFinite(styleShift)) {
            throw new IllegalArgumentException("style_shift has to be a finite number, but is " + styleShift + ".");
        }
        if (!(onlySelfLevel >= 0 && onlySelfLevel <= 1)) {
            throw new IllegalArgumentException(
                    "only_self_level has to lie between 0 and 1, but is " + onlySelfLevel + ".");
        }
    }

    /// What the authors use for Stable Diffusion 1.5: shared attention, AdaIN of queries and keys, shared group norms.
    public static StyleAlignment defaults() {
        return new StyleAlignment(true, true, true, false, true, false, 1, 0, 0);
    }

    /// The graph that these settings need.
    UNetStructure structure() {
        return new UNetStructure(
                shareAttention,
                adainQueries,
                adainKeys,
                adainValues,
                shareGroupNorm,
                fullAttentionShare,
                styleScale != 1,
                styleShift != 0);
    }
}
