package dev.weft.models.onnx;

/// One attention of a graph, reduced to what surgery needs. Values are named as in the graph.
///
/// @param core the node that makes it an attention: a Softmax or a MultiHeadAttention
/// @param query projected queries, `[B, S, C]`, heads side by side in C
/// @param key projected keys, `[B, S', C]`
/// @param value projected values, `[B, S', C]`
/// @param heads number of heads
/// @param headSize channels of a head of the queries
/// @param scale factor on the products of queries and keys
/// @param output result with its heads joined, `[B, S, C]`
/// @param self whether queries, keys and values project the same tokens
/// @param type element type of queries, keys and values
/// @param computeType element type of the logits; wider than `type` in models that upcast attention
/// @param outputType element type of `output`
/// @param fused whether `core` is one operator that computes it all
record AttentionPattern(
        OnnxNode core,
        String query,
        String key,
        String value,
        int heads,
        int headSize,
        double scale,
        String output,
        boolean self,
        OnnxType type,
        OnnxType computeType,
        OnnxType outputType,
        boolean fused) {
    int channels() {
        return heads * headSize;
    }
}
