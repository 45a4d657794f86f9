package dev.weft.models.metrics;

import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.ModelInput;
import dev.weft.models.backend.ModelOutput;
import dev.weft.models.backend.ModelPort;
import dev.weft.models.backend.ModelSession;
import dev.weft.models.backend.OpenedModel;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.text.ClipTokenizer;
import java.util.ArrayList;
import java.util.List;

/// The text half of a CLIP: turns texts into embeddings.
final class TextJudge implements OpenedModel {
    static final String INPUT = "input_ids";

    private final ClipTokenizer tokenizer;
    private final ModelSession session;
    private final ModelPort input;
    private final EmbeddingOutput output;
    private final int side;

    /// Takes hold of both: closing this closes them.
    ///
    /// @param side width and height of the pictures that the CLIP takes
    /// @throws ModelException if the session is no text encoder, or was made for another tokenizer
    TextJudge(ClipTokenizer tokenizer, ModelSession session, int side) {
        this.tokenizer = tokenizer;
        this.session = session;
        ModelPort ids = session.inputs().get(INPUT);
        if (ids == null || ids.rank() != 2) {
            throw new ModelException("The model " + session.name() + " takes "
                    + session.inputs().keySet() + " and no input_ids, so it is no text encoder; put CLIP's there.");
        }
        if (ids.fixed(1).orElse(tokenizer.length()) != tokenizer.length()) {
            throw new ModelException("The text encoder " + session.name() + " takes exactly "
                    + ids.fixed(1).getAsLong() + " tokens, but its tokenizer makes " + tokenizer.length()
                    + "; copy the tokenizer that belongs to this model.");
        }
        this.input = ids;
        this.output = EmbeddingOutput.ofClipTexts(session);
        this.side = side;
    }

    /// The embeddings of all texts, in their order. What does not fit into the model's tokens is cut off.
    Embeddings embed(List<String> texts, StopSignal stop) {
        int length = tokenizer.length();
        int rows = Math.toIntExact(input.fixed(0).orElse(1));
        List<float[]> vectors = new ArrayList<>();
        try (ModelInput memory = session.allocate(input, rows, length);
                OtherInputs others = OtherInputs.of(session, input, rows, length, side)) {
            for (String text : texts) {
                long[] ids = tokenizer.encode(text);
                long[] batch = new long[rows * length];
                for (int row = 0; row < rows; row++) {
                    System.arraycopy(ids, 0, batch, row * length, length);
                }
                memory.put(batch);
                ModelOutput computed = session.run(others.with(memory), List.of(output.name()), stop)
                        .getFirst();
                vectors.addAll(output.vectors(computed, 1));
            }
        }
        return output.embeddings(session.name(), vectors);
    }

    @Override
    public long workingBytes() {
        return 0;
    }

    @Override
    public void close() {
        session.close();
        tokenizer.close();
    }
}
