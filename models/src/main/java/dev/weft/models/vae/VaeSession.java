package dev.weft.models.vae;

import dev.weft.models.backend.MemoryException;
import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.ModelInput;
import dev.weft.models.backend.ModelOutput;
import dev.weft.models.backend.ModelPort;
import dev.weft.models.backend.ModelSession;
import dev.weft.models.backend.StopSignal;
import java.util.List;
import java.util.Objects;

/// Half of a VAE: one tensor in, one tensor out, both `[rows, channels, height, width]`.
final class VaeSession implements AutoCloseable {
    /// Latents per call: a decoder's memory grows with the picture, and eight pictures of 128 by 128 pixels
    /// already fill the processor.
    private static final int LATENTS_PER_CALL = 2048;

    /// Arrays of the JVM are hardly longer.
    private static final int LARGEST_RESULT = Integer.MAX_VALUE - 8;

    private final ModelSession session;
    private final ModelPort input;
    private final String output;
    /// Lowered where memory ran out.
    private volatile int mostRows = LATENTS_PER_CALL;
    private final VaeMemory memory;
    private volatile long workingBytes;

    VaeSession(ModelSession session, List<String> inputNames, List<String> outputNames, VaeMemory memory) {
        this.session = session;
        this.memory = memory;
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
    /// @throws dev.weft.models.backend.MemoryException if there is too little memory even for one row
    Result run(float[] values, int rows, int channels, int height, int width, int latents, StopSignal stop) {
        requireShape(channels, height, width);
        if (rows < 1) {
            throw new IllegalArgumentException("There is no picture to run through " + session.name() + ".");
        }
        int perCall = Math.toIntExact(input.fixed(0)
                .orElse(Math.max(1, Math.min(Math.min(rows, mostRows), LATENTS_PER_CALL / latents))));
        while (true) {
            workingBytes = Math.max(workingBytes, memory.bytes((long) perCall * latents));
            try {
                return run(values, rows, new int[] {perCall, channels, height, width}, stop);
            } catch (MemoryException e) {
                if (perCall == 1 || input.fixed(0).isPresent()) {
                    throw e;
                }
                perCall /= 2;
                mostRows = perCall;
            }
        }
    }

    private Result run(float[] values, int rows, int[] call, StopSignal stop) {
        int perCall = call[0];
        int rowSize = values.length / rows;
        float[] all = new float[0];
        ModelOutput last = null;
        try (ModelInput tensor = session.allocate(input, call[0], call[1], call[2], call[3])) {
            for (int from = 0; from < rows; from += perCall) {
                int count = Math.min(perCall, rows - from);
                for (int row = 0; row < perCall; row++) {
                    tensor.put(row * rowSize, values, (from + Math.min(row, count - 1)) * rowSize, rowSize);
                }
                last = session.run(List.of(tensor), List.of(output), stop).getFirst();
                int outSize = last.values().length / perCall;
                if (all.length == 0) {
                    all = ofAll(rows, outSize);
                }
                System.arraycopy(last.values(), 0, all, from * outSize, count * outSize);
            }
        }
        ModelOutput known = Objects.requireNonNull(last);
        return new Result(all, known.size(1), known.size(2), known.size(3));
    }

    private float[] ofAll(int rows, int rowSize) {
        if ((long) rows * rowSize > LARGEST_RESULT) {
            throw new ModelException("The " + rows + " results of " + session.name()
                    + " are too large for one batch; make several smaller batches.");
        }
        return new float[rows * rowSize];
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

    /// Bytes that it has taken beside its weights.
    long workingBytes() {
        return workingBytes;
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
