package dev.weft.models.onnx;

/// One group norm of a graph: `output = (input - mean) / sqrt(variance + epsilon) * gamma + beta`, with mean and
/// variance over the pixels and channels of a group.
///
/// @param input `[B, C, H, W]`
/// @param grouped the same values as `[B, groups, -1]`
/// @param outputShape int64 vector, the shape of `input`, as the graph computes it
/// @param output `[B, C, H, W]`
/// @param groups number of groups
/// @param epsilon added to the variance
/// @param gamma factor of each channel, C elements
/// @param beta addend of each channel, C elements
/// @param channels C
record GroupNormPattern(
        String input,
        String grouped,
        String outputShape,
        String output,
        int groups,
        float epsilon,
        String gamma,
        String beta,
        int channels) {}
