package dev.weft.models.metrics;

import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.ModelOutput;
import dev.weft.models.backend.ModelPort;
import dev.weft.models.backend.ModelSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which output of a model holds its embeddings, and how they are read from it.
///
/// @param name the output
record EmbeddingOutput(String name) {
    /// Of a DINO as transformers export it, the class token of the last hidden state is the embedding that the
    /// paper compares; the pooler's weights were never trained.
    private static final List<String> OF_DINO = List.of("embedding", "image_embeds", "last_hidden_state");

    private static final List<String> OF_CLIP_PICTURES = List.of("embedding", "image_embeds");
    private static final List<String> OF_CLIP_TEXTS = List.of("embedding", "text_embeds");

    static EmbeddingOutput ofDino(ModelSession session) {
        return of(session, OF_DINO);
    }

    static EmbeddingOutput ofClipPictures(ModelSession session) {
        return of(session, OF_CLIP_PICTURES);
    }

    static EmbeddingOutput ofClipTexts(ModelSession session) {
        return of(session, OF_CLIP_TEXTS);
    }

    private static EmbeddingOutput of(ModelSession session, List<String> names) {
        for (String name : names) {
            if (session.outputs().containsKey(name)) {
                return new EmbeddingOutput(name);
            }
        }
        List<ModelPort> outputs = List.copyOf(session.outputs().values());
        if (outputs.size() == 1 && outputs.getFirst().rank() == 2) {
            return new EmbeddingOutput(outputs.getFirst().name());
        }
        throw new ModelException(
                "The model " + session.name() + " gives " + session.outputs().keySet()
                        + ", but none of " + String.join(", ", names)
                        + "; export it with its embeddings, for CLIP with the projection.");
    }

    /// The vectors of the first `count` rows: a row of `[rows, width]`, or the first token of `[rows, tokens, width]`.
    List<float[]> vectors(ModelOutput computed, int count) {
        int width = computed.size(computed.rank() - 1);
        int rowSize = computed.values().length / computed.size(0);
        List<float[]> vectors = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            vectors.add(Arrays.copyOfRange(computed.values(), row * rowSize, row * rowSize + width));
        }
        return vectors;
    }

    /// Puts vectors together.
    Embeddings embeddings(String model, List<float[]> vectors) {
        int width = vectors.getFirst().length;
        float[] all = new float[vectors.size() * width];
        for (int row = 0; row < vectors.size(); row++) {
            System.arraycopy(vectors.get(row), 0, all, row * width, width);
        }
        return Embeddings.of(model, vectors.size(), width, all);
    }
}
