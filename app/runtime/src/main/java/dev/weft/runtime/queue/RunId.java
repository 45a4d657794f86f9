package dev.weft.runtime.queue;

/// The number of an accepted run. Numbers count up and are never given twice, not even after a run was deleted.
///
/// @param number from 1
public record RunId(long number) implements Comparable<RunId> {
    /// @throws IllegalArgumentException if `number` is less than 1
    public RunId {
        if (number < 1) {
            throw new IllegalArgumentException("runs are numbered from 1, so none has the number " + number);
        }
    }

    @Override
    public int compareTo(RunId other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
