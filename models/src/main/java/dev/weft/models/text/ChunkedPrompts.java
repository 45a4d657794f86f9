package dev.weft.models.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Several prompts as the rows that a text encoder is given, and what comes back as the conditioning of each.
///
/// Where a token has a weight other than 1, its state moves away from that of the empty prompt's token at the same
/// place: `(state − empty) · weight + empty`, as in ComfyUI. The empty prompt is an additional last row then. The
/// pooled vector is that of a prompt's first chunk, without weights.
final class ChunkedPrompts {
    private final List<List<TokenChunk>> prompts;
    private final List<long[]> rows;
    private final boolean weighted;

    /// @param prompts the chunks of each prompt
    /// @param empty the ids of the empty prompt
    ChunkedPrompts(List<List<TokenChunk>> prompts, long[] empty) {
        this.prompts = prompts;
        List<TokenChunk> all = prompts.stream().flatMap(List::stream).toList();
        this.weighted = all.stream().anyMatch(TokenChunk::weighted);
        this.rows = new ArrayList<>(all.stream().map(TokenChunk::ids).toList());
        if (weighted) {
            rows.add(empty);
        }
    }

    /// The ids that are to be encoded.
    List<long[]> rows() {
        return rows;
    }

    /// One row a prompt, from the encoded rows.
    ///
    /// @throws IllegalArgumentException with a sentence for the user if their lengths do not go together
    Conditioning join(Conditioning encoded) {
        List<Conditioning> joined = new ArrayList<>();
        int first = 0;
        for (List<TokenChunk> chunks : prompts) {
            joined.add(joined(encoded, chunks, first));
            first += chunks.size();
        }
        return Conditioning.of(joined);
    }

    private Conditioning joined(Conditioning encoded, List<TokenChunk> chunks, int first) {
        int count = chunks.size();
        int size = encoded.tokens() * encoded.width();
        float[] states = Arrays.copyOfRange(encoded.hiddenStates(), first * size, (first + count) * size);
        for (int chunk = 0; weighted && chunk < count; chunk++) {
            weigh(states, chunk * size, chunks.get(chunk).weights(), encoded);
        }
        Optional<Pooled> pooled = encoded.select(first).pooled();
        return new Conditioning(1, count * encoded.tokens(), encoded.width(), states, pooled);
    }

    private static void weigh(float[] states, int start, float[] weights, Conditioning encoded) {
        int width = encoded.width();
        float[] all = encoded.hiddenStates();
        int empty = (encoded.rows() - 1) * encoded.tokens() * width;
        for (int token = 0; token < encoded.tokens(); token++) {
            float weight = weights[token];
            for (int i = token * width; weight != 1 && i < (token + 1) * width; i++) {
                float origin = all[empty + i];
                states[start + i] = (states[start + i] - origin) * weight + origin;
            }
        }
    }
}
