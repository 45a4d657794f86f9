package dev.weft.graph.validation;

import java.util.Locale;
import java.util.Optional;

/// Guesses what was meant by a name that does not exist.
///
/// All guesses of one validation share a budget, so that a document of nothing but mistakes is still answered
/// at once.
public final class Suggestions {
    private static final int LONGEST_NAME = 100;

    private int comparisonsLeft = 100_000;

    /// With the whole budget.
    public Suggestions() {}

    /// The candidate that is fewest typing mistakes away: letters left out, added, changed, or swapped with
    /// their neighbour; at most one mistake for every three letters. Capitals are no mistakes.
    public Optional<String> nearest(String name, Iterable<String> candidates) {
        if (name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        int limit = Math.max(1, name.length() / 3);
        String wanted = name.toLowerCase(Locale.ROOT);
        Optional<String> nearest = Optional.empty();
        for (String candidate : candidates) {
            if (--comparisonsLeft < 0) {
                return nearest;
            }
            if (Math.abs(candidate.length() - name.length()) <= limit) {
                int mistakes = mistakes(wanted, candidate.toLowerCase(Locale.ROOT));
                if (mistakes <= limit) {
                    nearest = Optional.of(candidate);
                    limit = mistakes - 1;
                }
            }
        }
        return nearest;
    }

    /// Optimal string alignment distance.
    private static int mistakes(String name, String candidate) {
        int[] beforeLast = new int[candidate.length() + 1];
        int[] last = new int[candidate.length() + 1];
        int[] row = new int[candidate.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= name.length(); i++) {
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = name.charAt(i - 1) == candidate.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(last[j - 1] + changed, Math.min(last[j], row[j - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && name.charAt(i - 1) == candidate.charAt(j - 2)
                        && name.charAt(i - 2) == candidate.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
        }
        return row[candidate.length()];
    }
}
