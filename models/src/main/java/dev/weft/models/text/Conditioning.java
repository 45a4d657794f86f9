package dev.weft.models.text;

import java.util.Arrays;
import java.util.Optional;

/// Encoded prompts: what a U-Net is steered by, one row a prompt.
///
/// Holds `[rows, tokens, width]` hidden states and, for models that want one, a pooled vector a row. Immutable as long
/// as nobody writes to the arrays that it hands out.
public final class Conditioning {
    private final int rows;
    private final int tokens;
    private final int width;
    private final float[] hiddenStates;
    private final Optional<Pooled> pooled;

    /// Takes hold of `hiddenStates`, row-major `[rows, tokens, width]`.
    ///
    /// @throws IllegalArgumentException if sizes disagree
    public Conditioning(int rows, int tokens, int width, float[] hiddenStates, Optional<Pooled> pooled) {
        if (rows < 1 || hiddenStates.length != (long) rows * tokens * width) {
            throw new IllegalArgumentException("Hidden states of " + hiddenStates.length + " values are not [" + rows
                    + ", " + tokens + ", " + width + "].");
        }
        if (pooled.isPresent() && pooled.get().rows() != rows) {
            throw new IllegalArgumentException("There are " + rows + " rows of hidden states, but "
                    + pooled.get().rows() + " pooled ones.");
        }
        this.rows = rows;
        this.tokens = tokens;
        this.width = width;
        this.hiddenStates = hiddenStates;
        this.pooled = pooled;
    }

    /// How many prompts.
    public int rows() {
        return rows;
    }

    /// How many tokens each prompt has.
    public int tokens() {
        return tokens;
    }

    /// How many numbers each token has.
    public int width() {
        return width;
    }

    /// The hidden states, row-major `[rows, tokens, width]`; not to be written to.
    public float[] hiddenStates() {
        return hiddenStates;
    }

    /// One vector a prompt, for models that take it (SDXL).
    public Optional<Pooled> pooled() {
        return pooled;
    }

    /// The given rows in the given order, each as often as it is named.
    public Conditioning select(int... chosen) {
        return new Conditioning(
                chosen.length,
                tokens,
                width,
                rows(hiddenStates, tokens * width, chosen),
                pooled.map(vectors ->
                        new Pooled(chosen.length, vectors.width(), rows(vectors.values(), vectors.width(), chosen))));
    }

    /// Every row where there are `count` of them already, the only row `count` times where there is one.
    ///
    /// @throws IllegalArgumentException with a sentence for the user if there is another number of rows
    public Conditioning spread(int count) {
        if (rows == count) {
            return this;
        }
        if (rows != 1) {
            throw new IllegalArgumentException("There are " + rows + " prompts for " + count
                    + " pictures; give one prompt for all pictures or one for each.");
        }
        return select(new int[count]);
    }

    /// The rows of this, then those of `other`.
    ///
    /// @throws IllegalArgumentException with a sentence for the user if they come from different models
    public Conditioning then(Conditioning other) {
        if (tokens != other.tokens || width != other.width || pooled.isPresent() != other.pooled.isPresent()) {
            throw new IllegalArgumentException("Prompts encoded to [" + tokens + ", " + width + "] and ["
                    + other.tokens + ", " + other.width
                    + "] cannot be used together; encode both with the text encoder of the same model.");
        }
        return new Conditioning(
                rows + other.rows,
                tokens,
                width,
                joined(hiddenStates, other.hiddenStates),
                pooled.flatMap(mine -> other.pooled.map(theirs ->
                        new Pooled(rows + other.rows, mine.width(), joined(mine.values(), theirs.values())))));
    }

    private static float[] rows(float[] source, int size, int[] chosen) {
        float[] target = new float[chosen.length * size];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(source, chosen[i] * size, target, i * size, size);
        }
        return target;
    }

    private static float[] joined(float[] first, float[] second) {
        float[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
