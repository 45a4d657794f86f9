package dev.weft.nodes.core.prompt;

/// Draws lots: the same seed and number of prompt always give the same ones, on every machine.
///
/// Random bits are those of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014),
/// which
/// takes any seed, small ones that follow each other too.
final class Lots {
    private static final long STEP = 0x9e3779b97f4a7c15L;

    private long state;

    /// @param seed any number
    /// @param prompt which prompt of a batch the lots are for, from 0
    Lots(long seed, int prompt) {
        this.state = mixed(seed + STEP) + prompt;
    }

    /// A number from 0, included, to 1, not included.
    double fraction() {
        state += STEP;
        return (mixed(state) >>> 11) * 0x1p-53;
    }

    /// One of `count` numbers from 0.
    int oneOf(int count) {
        return (int) (fraction() * count);
    }

    private static long mixed(long bits) {
        long first = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        long second = (first ^ (first >>> 27)) * 0x94d049bb133111ebL;
        return second ^ (second >>> 31);
    }
}
