package dev.weft.models.noise;

/// The generator MT19937 of Matsumoto and Nishimura (ACM TOMACS 8, 1998), seeded by its authors' `init_genrand`.
final class MersenneTwister {
    private static final int LENGTH = 624;
    private static final int SHIFT = 397;
    private static final int SEED_MULTIPLIER = 1_812_433_253;
    private static final int TWIST = 0x9908b0df;
    private static final int UPPER_BIT = 0x80000000;
    private static final int LOWER_BITS = 0x7fffffff;

    private final int[] state = new int[LENGTH];
    private int next = LENGTH;

    /// @param seed the seed as an unsigned 32-bit number
    MersenneTwister(int seed) {
        state[0] = seed;
        for (int i = 1; i < LENGTH; i++) {
            state[i] = SEED_MULTIPLIER * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    /// The next 32 random bits.
    int nextBits() {
        if (next == LENGTH) {
            twist();
        }
        int bits = state[next++];
        bits ^= bits >>> 11;
        bits ^= (bits << 7) & 0x9d2c5680;
        bits ^= (bits << 15) & 0xefc60000;
        return bits ^ (bits >>> 18);
    }

    private void twist() {
        for (int i = 0; i < LENGTH; i++) {
            int joined = (state[i] & UPPER_BIT) | (state[(i + 1) % LENGTH] & LOWER_BITS);
            state[i] = state[(i + SHIFT) % LENGTH] ^ (joined >>> 1) ^ ((joined & 1) == 0 ? 0 : TWIST);
        }
        next = 0;
    }
}
