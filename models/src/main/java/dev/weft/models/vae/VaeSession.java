package dev.weft.models.vae;

import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.ModelInput;
import dev.weft.models.backend.ModelOutput;
import dev.weft.models.backend.ModelPort;
import dev.weft.models.backend.ModelSession;
import dev.weft.models.backend.StopSignal;
import java.util.List;

/// Half of a VAE: one tensor in, one tensor out, both `[rows, channels, height, width]`.
final class VaeSession implements AutoCloseable {
    /// Latents per call: a decoder's memory grows with the picture, and one picture of 512 by 512 pixels already fills
    /// the processor.
    private static final int LATENTS_PER_CALL = 4096;

    private final ModelSession session;
    private final ModelPort input;
    private final String output;

    VaeSession(ModelSession session, List<String> inputNames, List<String> outputNames) {
        this.session = session;
        this.input = inputNames.stream()
                .filter(session.inputs()::containsKey)
                .findFirst()
                .map(session.inputs()::get)
                .orElseGet(() -> onlyInput(session));
        this.output = outputNames.stream()
                .filter(session.outputs()::containsKey)
                .findFirst()
                .orElseGet(() -> session.outputs().keySet().iterator().next());
    }

    private static ModelPort onlyInput(ModelSession session) {
        List<ModelPort> images = session.inputs().values().stream()
                .filter(port -> port.rank() == 4)
                .toList();
        if (session.inputs().size() == 1 && images.size() == 1) {
            return images.getFirst();
        }
        throw new ModelException("The model " + session.name() + " takes the inputs "
                + session.inputs().keySet()
                + ", so it is no half of a VAE; check that the bundle's folders hold the models they are named after.");
    }

    /// Runs all rows, in as many calls as memory or the model's fixed number of rows asks for.
    ///
    /// @param latents how many latents a row has, which decides how many rows one call takes
    Result run(float[] values, int rows, int channels, int height, int width, int latents, StopSignal stop) {
        requireShape(channels, height, width);
        int perCall = Math.toIntExact(input.fixed(0).orElse(Math.max(1, Math.min(rows, LATENTS_PER_CALL / latents))));
        int rowSize = channels * height * width;
        float[] all = new float[0];
        ModelOutput last = null;
        try (ModelInput memory = session.allocate(input, perCall, channels, height, width)) {
            for (int from = 0; from < rows; from += perCall) {
                int count = Math.min(perCall, rows - from);
                for (int row = 0; row < perCall; row++) {
                    memory.put(row * rowSize, values, (from + Math.min(row, count - 1)) * rowSize, rowSize);
                }
                last = session.run(List.of(memory), List.of(output), stop).getFirst();
                int outSize = last.values().length / perCall;
                if (all.length == 0) {
                    all = new float[rows * outSize];
                }
                System.arraycopy(last.values(), 0, all, from * outSize, count * outSize);
            }
        }
        if (last == null) {
            throw new IllegalArgumentException("There is no picture to run through " + session.name() + ".");
        }
        return new Result(all, last.size(1), last.size(2), last.size(3));
    }

    private void requireShape(int channels, int height, int width) {
        int[] given = {channels, height, width};
        for (int dimension = 1; dimension <= given.length; dimension++) {
            long fixed = input.fixed(dimension).orElse(given[dimension - 1]);
            if (fixed != given[dimension - 1]) {
                throw new ModelException("The VAE " + session.name() + " takes only "
                        + input.dimensions().subList(1, 4)
                        + " channels, height and width, but was given [" + channels + ", " + height + ", " + width
                        + "]; change the size of the picture, or export the model with free sizes.");
            }
        }
    }

    String output() {
        return output;
    }

    @Override
    public void close() {
        session.close();
    }

    /// A tensor of all rows.
    static final class Result {
        private final float[] values;
        private final int channels;
        private final int height;
        private final int width;

        Result(float[] values, int channels, int height, int width) {
            this.values = values;
            this.channels = channels;
            this.height = height;
            this.width = width;
        }

        float[] values() {
            return values;
        }

        int channels() {
            return channels;
        }

        int height() {
            return height;
        }

        int width() {
            return width;
        }
    }
}
