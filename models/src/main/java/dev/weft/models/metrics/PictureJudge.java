package dev.weft.models.metrics;

import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.ModelInput;
import dev.weft.models.backend.ModelOutput;
import dev.weft.models.backend.ModelPort;
import dev.weft.models.backend.ModelSession;
import dev.weft.models.backend.OpenedModel;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.image.ImageBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A model that turns pictures into embeddings: a DINO, or the picture half of a CLIP.
final class PictureJudge implements OpenedModel {
    static final String INPUT = "pixel_values";
    private static final int ROWS_PER_CALL = 16;

    private final ModelSession session;
    private final ModelPort input;
    private final EmbeddingOutput output;
    private final Preprocessing preprocessing;

    /// Takes hold of the session: closing this closes it.
    ///
    /// @param told how the model's own configuration says that pictures are made ready, if there is one
    /// @throws ModelException if the session is no picture encoder, or does not take pictures of that size
    PictureJudge(ModelSession session, EmbeddingOutput output, Optional<Preprocessing> told) {
        this.session = session;
        this.input = input(session);
        this.output = output;
        this.preprocessing = told.orElseGet(() -> sized(session, input));
        requireSize(2, preprocessing.height());
        requireSize(3, preprocessing.width());
    }

    private static ModelPort input(ModelSession session) {
        ModelPort named = session.inputs().get(INPUT);
        if (named != null && named.rank() == 4) {
            return named;
        }
        List<ModelPort> pictures = session.inputs().values().stream()
                .filter(port -> port.rank() == 4)
                .toList();
        if (pictures.size() == 1) {
            return pictures.getFirst();
        }
        throw new ModelException(
                "The model " + session.name() + " takes " + session.inputs().keySet()
                        + " and so no pictures; it has to be an image encoder with the input pixel_values.");
    }

    private static Preprocessing sized(ModelSession session, ModelPort input) {
        if (input.fixed(2).isEmpty() || input.fixed(3).isEmpty()) {
            throw new ModelException("The model " + session.name()
                    + " does not say which size of pictures it takes; put its preprocessor_config.json beside it.");
        }
        return Preprocessing.signed(
                (int) input.fixed(2).getAsLong(), (int) input.fixed(3).getAsLong());
    }

    private void requireSize(int dimension, int pixels) {
        if (input.fixed(dimension).orElse(pixels) != pixels) {
            throw new ModelException("The model " + session.name() + " takes pictures of "
                    + input.dimensions().get(3) + "×" + input.dimensions().get(2)
                    + " pixels, but its preprocessor_config.json makes them " + preprocessing.width() + "×"
                    + preprocessing.height() + "; copy the file that belongs to the model.");
        }
    }

    /// The embeddings of all pictures of all batches, in their order.
    Embeddings embed(Iterable<ImageBatch> batches, StopSignal stop) {
        List<float[]> ready = new ArrayList<>();
        List<float[]> vectors = new ArrayList<>();
        for (ImageBatch batch : batches) {
            for (int index = 0; index < batch.batch(); index++) {
                ready.add(preprocessing.apply(batch, index));
                if (ready.size() == ROWS_PER_CALL) {
                    vectors.addAll(call(ready, stop));
                    ready.clear();
                }
            }
        }
        if (!ready.isEmpty()) {
            vectors.addAll(call(ready, stop));
        }
        if (vectors.isEmpty()) {
            throw new IllegalArgumentException("There is no picture to score.");
        }
        return output.embeddings(session.name(), vectors);
    }

    /// Width and height of the pictures that the model takes, the larger of both.
    int side() {
        return Math.max(preprocessing.height(), preprocessing.width());
    }

    private List<float[]> call(List<float[]> pictures, StopSignal stop) {
        int rows = Math.toIntExact(input.fixed(0).orElse(pictures.size()));
        List<float[]> vectors = new ArrayList<>();
        try (ModelInput memory = session.allocate(
                        input, rows, ImageBatch.CHANNELS, preprocessing.height(), preprocessing.width());
                OtherInputs others = OtherInputs.of(session, input, 1, 1, 1)) {
            for (int from = 0; from < pictures.size(); from += rows) {
                int count = Math.min(rows, pictures.size() - from);
                for (int row = 0; row < rows; row++) {
                    float[] picture = pictures.get(from + Math.min(row, count - 1));
                    memory.put(row * picture.length, picture, 0, picture.length);
                }
                ModelOutput computed = session.run(others.with(memory), List.of(output.name()), stop)
                        .getFirst();
                vectors.addAll(output.vectors(computed, count));
            }
        }
        return vectors;
    }

    @Override
    public long workingBytes() {
        return 0;
    }

    @Override
    public void close() {
        session.close();
    }
}
