package dev.weft.models.text;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// Encoded prompts: what a U-Net is steered by, one row a prompt.
///
/// Holds `[rows, tokens, width]` hidden states and, for models that want one, a pooled vector a row. Immutable as long
/// as nobody writes to the arrays that it hands out.
public final class Conditioning {
    /// Prompts of different lengths are not repeated beyond this; attention's time grows with it.
    private static final long MOST_TOKENS = 64 * 77;

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
    /// @throws IllegalArgumentException as [#of(List)] does
    public Conditioning then(Conditioning other) {
        return of(List.of(this, other));
    }

    /// All rows of all parts, in their order.
    ///
    /// Rows with fewer tokens are repeated until all have the same number, the least common multiple. That changes
    /// nothing: the weights of attention over the same tokens twice add up to those over them once.
    ///
    /// @param parts at least one
    /// @throws IllegalArgumentException with a sentence for the user if they come from different models, or their
    ///     lengths have no common multiple within reason
    public static Conditioning of(List<Conditioning> parts) {
        Conditioning first = parts.getFirst();
        int rows = 0;
        int tokens = first.tokens;
        for (Conditioning part : parts) {
            first.requireSameModel(part);
            rows += part.rows;
            tokens = commonMultiple(tokens, part.tokens);
        }
        if (parts.size() == 1) {
            return first;
        }
        float[] states = new float[Math.multiplyExact(rows, Math.multiplyExact(tokens, first.width))];
        int start = 0;
        for (Conditioning part : parts) {
            int size = part.tokens * part.width;
            for (int row = 0; row < part.rows; row++) {
                for (int repeat = 0; repeat < tokens / part.tokens; repeat++) {
                    System.arraycopy(part.hiddenStates, row * size, states, start, size);
                    start += size;
                }
            }
        }
        return new Conditioning(rows, tokens, first.width, states, pooled(parts, rows));
    }

    private void requireSameModel(Conditioning other) {
        boolean same = width == other.width && pooled.map(Pooled::width).equals(other.pooled.map(Pooled::width));
        if (!same) {
            throw new IllegalArgumentException("Prompts encoded to [" + tokens + ", " + width + "] and ["
                    + other.tokens + ", " + other.width
                    + "] cannot be used together; encode both with the text encoder of the same model.");
        }
    }

    private static int commonMultiple(int tokens, int others) {
        BigInteger divisor = BigInteger.valueOf(tokens).gcd(BigInteger.valueOf(others));
        long multiple = (long) tokens / divisor.longValue() * others;
        if (multiple > Math.max(MOST_TOKENS, Math.max(tokens, others))) {
            throw new IllegalArgumentException("Prompts of " + tokens + " and of " + others
                    + " tokens cannot be used together; make them equally long, or one twice as long as the other.");
        }
        return (int) multiple;
    }

    private static Optional<Pooled> pooled(List<Conditioning> parts, int rows) {
        List<Pooled> vectors =
                parts.stream().flatMap(part -> part.pooled.stream()).toList();
        if (vectors.isEmpty()) {
            return Optional.empty();
        }
        int width = vectors.getFirst().width();
        float[] values = new float[rows * width];
        int start = 0;
        for (Pooled part : vectors) {
            System.arraycopy(part.values(), 0, values, start, part.values().length);
            start += part.values().length;
        }
        return Optional.of(new Pooled(rows, width, values));
    }

    private static float[] rows(float[] source, int size, int[] chosen) {
        float[] target = new float[chosen.length * size];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(source, chosen[i] * size, target, i * size, size);
        }
        return target;
    }
}
