package dev.weft.models.onnx;

/// What is added to the weight of one layer: the product of two thin matrices, `up · down`, as "LoRA: Low-Rank
/// Adaptation of Large Language Models" (arXiv 2106.09685) has it.
public final class LowRankUpdate {
    private final ModuleName module;
    private final int rank;
    private final float[] down;
    private final float[] up;

    /// Takes hold of the arrays, which must not be changed any more.
    ///
    /// @param module the layer
    /// @param rank the size that both matrices share, at least 1
    /// @param down `[rank, inputs]`, row-major; of a convolution the inputs are `[channels, height, width]`
    /// @param up `[outputs, rank]`, row-major, with every factor already in it
    /// @throws IllegalArgumentException if the arrays are not of these sizes
    public LowRankUpdate(ModuleName module, int rank, float[] down, float[] up) {
        if (rank < 1 || down.length % rank != 0 || up.length % rank != 0) {
            throw new IllegalArgumentException("The update of " + module + " has rank " + rank + ", but " + down.length
                    + " and " + up.length + " numbers.");
        }
        this.module = module;
        this.rank = rank;
        this.down = down;
        this.up = up;
    }

    /// The layer that it changes.
    public ModuleName module() {
        return module;
    }

    /// The size of the weight that it can be added to.
    public WeightSize size() {
        return new WeightSize(up.length / rank, down.length / rank);
    }

    int rank() {
        return rank;
    }

    float[] down() {
        return down;
    }

    float[] up() {
        return up;
    }

    /// Both updates of one layer as one, whose rank is the sum of theirs.
    ///
    /// @throws IllegalArgumentException if they change different layers, or layers of different sizes
    public LowRankUpdate plus(LowRankUpdate other) {
        if (!other.module.equals(module) || !other.size().equals(size())) {
            throw new IllegalArgumentException("The updates of " + module + " and " + other.module + " do not add up.");
        }
        int both = rank + other.rank;
        float[] joinedDown = new float[Math.addExact(down.length, other.down.length)];
        System.arraycopy(down, 0, joinedDown, 0, down.length);
        System.arraycopy(other.down, 0, joinedDown, down.length, other.down.length);
        float[] joinedUp = new float[Math.addExact(up.length, other.up.length)];
        for (int output = 0; output < up.length / rank; output++) {
            System.arraycopy(up, output * rank, joinedUp, output * both, rank);
            System.arraycopy(other.up, output * other.rank, joinedUp, output * both + rank, other.rank);
        }
        return new LowRankUpdate(module, both, joinedDown, joinedUp);
    }

    /// Row-major `[rows, columns]` as `[columns, rows]`.
    static float[] transposed(float[] matrix, int rows, int columns) {
        float[] result = new float[matrix.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                result[column * rows + row] = matrix[row * columns + column];
            }
        }
        return result;
    }
}
