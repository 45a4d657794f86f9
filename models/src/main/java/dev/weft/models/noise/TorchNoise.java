package dev.weft.models.noise;

import java.util.OptionalDouble;

/// Standard normal numbers in the order in which `torch.randn` draws them from a generator on the CPU.
///
/// PyTorch draws in two ways. Sixteen or more numbers are made of as many 24-bit uniform numbers, turned by the
/// Box–Muller transform in blocks of sixteen, the first eight of a block with the last eight; where the count
/// is not a multiple of sixteen, the last sixteen numbers are drawn again. Fewer than sixteen numbers are made
/// one by one in double precision of 53-bit uniform numbers, and the second number of each pair is kept for the
/// next such call.
///
/// An instance goes on where the last call stopped, as one `torch.Generator` does.
public final class TorchNoise {
    private static final int BLOCK = 16;
    private static final int HALF = BLOCK / 2;
    private static final int UNIFORM_BITS = 24;
    private static final int UNIFORM_MASK = (1 << UNIFORM_BITS) - 1;
    private static final float UNIFORM_SCALE = 1.0f / (1 << UNIFORM_BITS);
    private static final float TWO_PI = (float) (2 * Math.PI);
    private static final int DOUBLE_BITS = 53;
    private static final long DOUBLE_MASK = (1L << DOUBLE_BITS) - 1;
    private static final double DOUBLE_SCALE = 1.0 / (1L << DOUBLE_BITS);

    private final MersenneTwister twister;
    private OptionalDouble kept = OptionalDouble.empty();

    /// A generator after `manual_seed(seed)`. PyTorch uses only the low 32 bits of the seed.
    public TorchNoise(long seed) {
        this.twister = new MersenneTwister((int) seed);
    }

    /// What `torch.randn` gives first under this seed.
    ///
    /// @param seed the seed, of which the low 32 bits count
    /// @param count how many numbers; not negative
    public static float[] gaussian(long seed, int count) {
        return new TorchNoise(seed).next(count);
    }

    /// The next numbers of this stream: what one call of `torch.randn` with `count` elements gives.
    ///
    /// @param count how many numbers; not negative
    public float[] next(int count) {
        float[] values = new float[count];
        if (count < BLOCK) {
            for (int i = 0; i < count; i++) {
                values[i] = (float) nextSingle();
            }
            return values;
        }
        fillUniform(values, 0);
        for (int start = 0; start + BLOCK <= count; start += BLOCK) {
            transform(values, start);
        }
        if (count % BLOCK != 0) {
            fillUniform(values, count - BLOCK);
            transform(values, count - BLOCK);
        }
        return values;
    }

    private void fillUniform(float[] values, int from) {
        for (int i = from; i < values.length; i++) {
            values[i] = (twister.nextBits() & UNIFORM_MASK) * UNIFORM_SCALE;
        }
    }

    private static void transform(float[] values, int start) {
        for (int i = start; i < start + HALF; i++) {
            // Rounded to float32 where PyTorch's vector code rounds; the angle matters most.
            float radius = (float) Math.sqrt(-2 * (float) Math.log(1 - values[i]));
            float angle = TWO_PI * values[i + HALF];
            values[i] = radius * (float) Math.cos(angle);
            values[i + HALF] = radius * (float) Math.sin(angle);
        }
    }

    private double nextSingle() {
        if (kept.isPresent()) {
            double value = kept.getAsDouble();
            kept = OptionalDouble.empty();
            return value;
        }
        double angle = 2 * Math.PI * nextUniform();
        double radius = Math.sqrt(-2 * Math.log1p(-nextUniform()));
        kept = OptionalDouble.of(radius * Math.sin(angle));
        return radius * Math.cos(angle);
    }

    private double nextUniform() {
        long high = twister.nextBits();
        long low = Integer.toUnsignedLong(twister.nextBits());
        return ((high << Integer.SIZE | low) & DOUBLE_MASK) * DOUBLE_SCALE;
    }
}
