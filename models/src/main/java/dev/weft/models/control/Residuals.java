package dev.weft.models.control;

import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.ModelOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What ControlNets add to the activations of a U-Net for the rows of one call: a tensor for each skip connection,
/// and one for the mid block.
public final class Residuals {
    private final String net;
    private final List<Tensor> tensors;

    private Residuals(String net, List<Tensor> tensors) {
        this.net = net;
        this.tensors = tensors;
    }

    /// Zeros for `rows` rows, shaped as what a ControlNet gave.
    static Residuals zeros(String net, List<ModelOutput> shapes, int rows) {
        List<Tensor> tensors = new ArrayList<>();
        for (ModelOutput output : shapes) {
            tensors.add(new Tensor(
                    output.size(1),
                    output.size(2),
                    output.size(3),
                    new float[Math.multiplyExact(rows, output.size(1) * output.size(2) * output.size(3))]));
        }
        return new Residuals(net, tensors);
    }

    /// Adds `factor` times what a ControlNet gave to some rows.
    ///
    /// @param outputs `[rows.size() or more, channels, height, width]` each
    /// @param rows which row of this each row of the outputs is
    void add(String other, List<ModelOutput> outputs, List<Integer> rows, double factor) {
        requireSame(other, outputs);
        for (int i = 0; i < outputs.size(); i++) {
            float[] source = outputs.get(i).values();
            float[] target = tensors.get(i).values();
            int size = tensors.get(i).rowSize();
            for (int from = 0; from < rows.size(); from++) {
                int to = rows.get(from) * size;
                for (int element = 0; element < size; element++) {
                    target[to + element] += (float) (factor * source[from * size + element]);
                }
            }
        }
    }

    private void requireSame(String other, List<ModelOutput> outputs) {
        boolean same = outputs.size() == tensors.size();
        for (int i = 0; same && i < outputs.size(); i++) {
            same = tensors.get(i).isLike(outputs.get(i));
        }
        if (!same) {
            throw new ModelException("The ControlNets " + net + " and " + other
                    + " were made for U-Nets of different sizes; use ControlNets of one model.");
        }
    }

    /// The ControlNet that gave the first of them.
    public String net() {
        return net;
    }

    /// One tensor for each skip connection in the order of the network, then the mid block's.
    public List<Tensor> tensors() {
        return tensors;
    }

    /// One residual of all rows.
    public static final class Tensor {
        private final int channels;
        private final int height;
        private final int width;
        private final float[] values;

        Tensor(int channels, int height, int width, float[] values) {
            this.channels = channels;
            this.height = height;
            this.width = width;
            this.values = values;
        }

        /// The number of channels.
        public int channels() {
            return channels;
        }

        /// The height in its own pixels, which are larger deeper in the network.
        public int height() {
            return height;
        }

        /// The width in its own pixels.
        public int width() {
            return width;
        }

        /// `[rows, channels, height, width]`, row-major.
        public float[] values() {
            return values;
        }

        int rowSize() {
            return channels * height * width;
        }

        private boolean isLike(ModelOutput output) {
            return Arrays.equals(
                    new int[] {channels, height, width}, new int[] {output.size(1), output.size(2), output.size(3)});
        }
    }
}
