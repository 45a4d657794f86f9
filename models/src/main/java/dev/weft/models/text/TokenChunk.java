package dev.weft.models.text;

/// What a text encoder sees at once: begin token, tokens of a prompt, end token, padding.
///
/// Immutable as long as nobody writes to the arrays that it hands out.
final class TokenChunk {
    private final long[] ids;
    private final float[] weights;

    TokenChunk(long[] ids, float[] weights) {
        this.ids = ids;
        this.weights = weights;
    }

    long[] ids() {
        return ids;
    }

    /// The weight of each token; 1 for tokens that are no words.
    float[] weights() {
        return weights;
    }

    boolean weighted() {
        for (float weight : weights) {
            if (weight != 1) {
                return true;
            }
        }
        return false;
    }
}
