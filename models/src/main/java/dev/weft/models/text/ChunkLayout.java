package dev.weft.models.text;

import dev.weft.models.text.PromptPart.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Lays a prompt of any length out in chunks as ComfyUI does.
///
/// A stretch of words under one weight that has fewer than [#KEPT_WHOLE] tokens and does not fit into what is left of a
/// chunk begins the next one; a longer one is cut where the chunk is full. The rest of a chunk is padded.
final class ChunkLayout {
    /// Stretches with fewer tokens are not cut.
    static final int KEPT_WHOLE = 8;

    private final ClipTokenizer tokenizer;
    private final List<TokenChunk> chunks = new ArrayList<>();
    private long[] ids;
    private float[] weights;
    private int used;

    private ChunkLayout(ClipTokenizer tokenizer) {
        this.tokenizer = tokenizer;
        this.ids = new long[0];
        this.weights = new float[0];
        begin();
    }

    /// The chunks of a prompt, at least one.
    static List<TokenChunk> of(List<PromptPart> prompt, ClipTokenizer tokenizer) {
        ChunkLayout layout = new ChunkLayout(tokenizer);
        for (PromptPart part : prompt) {
            if (part instanceof Words words) {
                layout.add(tokenizer.words(words.text()), (float) words.weight());
            } else {
                layout.end();
            }
        }
        // A BREAK at the end begins no chunk.
        if (layout.used > 1 || layout.chunks.isEmpty()) {
            layout.end();
        }
        return List.copyOf(layout.chunks);
    }

    private void begin() {
        ids = new long[tokenizer.length()];
        weights = new float[tokenizer.length()];
        Arrays.fill(ids, tokenizer.pad());
        Arrays.fill(weights, 1);
        ids[0] = tokenizer.begin();
        used = 1;
    }

    private void end() {
        ids[used] = tokenizer.end();
        chunks.add(new TokenChunk(ids, weights));
        begin();
    }

    private void add(long[] words, float weight) {
        int from = 0;
        while (words.length - from > room()) {
            if (words.length >= KEPT_WHOLE || used == 1) {
                from += put(words, from, room(), weight);
            }
            end();
        }
        put(words, from, words.length - from, weight);
    }

    private int put(long[] words, int from, int count, float weight) {
        System.arraycopy(words, from, ids, used, count);
        Arrays.fill(weights, used, used + count, weight);
        used += count;
        return count;
    }

    /// The end token needs a place, too.
    private int room() {
        return tokenizer.length() - 1 - used;
    }
}
