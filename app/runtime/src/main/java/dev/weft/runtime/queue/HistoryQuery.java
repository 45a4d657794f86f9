package dev.weft.runtime.queue;

import java.util.Set;

/// Which runs are wanted, and in which order.
///
/// @param statuses runs in one of these states; all that are over if there are none
/// @param sort what they are ordered by
/// @param ascending whether the least comes first, instead of the most
/// @param offset how many to leave out, from 0
/// @param limit the most to give, from 0
public record HistoryQuery(Set<RunStatus> statuses, Sort sort, boolean ascending, int offset, int limit) {
    /// What runs are ordered by. Equal ones go by their numbers.
    public enum Sort {
        /// When they were accepted.
        ACCEPTED,
        /// How long they ran. Those that never did count as zero.
        DURATION
    }

    /// @throws IllegalArgumentException if `offset` or `limit` is negative
    public HistoryQuery {
        statuses = statuses.isEmpty() ? RunStatus.OVER : Set.copyOf(statuses);
        if (offset < 0 || limit < 0) {
            throw new IllegalArgumentException("a list begins at 0 or later and has 0 entries or more");
        }
    }

    /// The runs that are over, those that were accepted last first.
    public static HistoryQuery newest(int limit) {
        return new HistoryQuery(Set.of(), Sort.ACCEPTED, false, 0, limit);
    }
}
