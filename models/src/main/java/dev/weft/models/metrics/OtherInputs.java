package dev.weft.models.metrics;

import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.ModelInput;
import dev.weft.models.backend.ModelPort;
import dev.weft.models.backend.ModelSession;
import dev.weft.models.image.ImageBatch;
import java.util.ArrayList;
import java.util.List;

/// What a model must be given beside the input that matters, of which the wanted output takes no notice: the other half
/// of a CLIP that was exported as one file, and masks that leave nothing out.
final class OtherInputs implements AutoCloseable {
    private final List<ModelInput> inputs;

    private OtherInputs(List<ModelInput> inputs) {
        this.inputs = inputs;
    }

    /// One row of ones for each input but `given`; masks are as large as what is given.
    ///
    /// @param rows rows of what is given
    /// @param tokens tokens of what is given, if those are texts
    /// @param side width and height of a picture that the model takes
    static OtherInputs of(ModelSession session, ModelPort given, int rows, int tokens, int side) {
        List<ModelInput> inputs = new ArrayList<>();
        for (ModelPort port : session.inputs().values()) {
            if (!port.equals(given)) {
                if (port.rank() != 2 && port.rank() != 4) {
                    throw new ModelException("The model " + session.name() + " also takes " + port.name()
                            + ", which is neither a text nor a picture; export a plain CLIP or DINO.");
                }
                long[] shape = new long[port.rank()];
                for (int dimension = 0; dimension < shape.length; dimension++) {
                    shape[dimension] = port.fixed(dimension)
                            .orElse(
                                    port.rank() == 2
                                            ? List.of(rows, tokens).get(dimension)
                                            : List.of(1, ImageBatch.CHANNELS, side, side)
                                                    .get(dimension));
                }
                inputs.add(session.allocate(port, shape).fill(1));
            }
        }
        return new OtherInputs(inputs);
    }

    /// These and the one that matters.
    List<ModelInput> with(ModelInput given) {
        List<ModelInput> all = new ArrayList<>(inputs);
        all.add(given);
        return all;
    }

    @Override
    public void close() {
        inputs.forEach(ModelInput::close);
    }
}
