package dev.weft.models.unet;

import java.util.List;
import java.util.stream.IntStream;

/// Which pictures are the references of a batch, how the others take their style, during which steps and how
/// strongly.
///
/// @param alignment how style is taken
/// @param references the reference rows of the batch; at least one
/// @param strength how strongly, 0 … 2: 0 is plain sampling, 1 is StyleAligned as published, 2 counts the
///     reference twice
/// @param curve factor on the strength over the steps
/// @param start share of the steps, 0 … 1, before which nothing is shared
/// @param end share of the steps, 0 … 1, from which on nothing is shared
public record AlignmentSchedule(
        StyleAlignment alignment,
        List<Reference> references,
        double strength,
        StrengthCurve curve,
        double start,
        double end) {
    /// The largest strength.
    public static final double MOST_STRENGTH = 2;

    public AlignmentSchedule {
        references = List.copyOf(references);
        if (!(start >= 0 && start <= end && end <= 1)) {
            throw new IllegalArgumentException("start and end have to be shares of the steps with 0 ≤ start ≤ end ≤ 1,"
                    + " but are " + start + " and " + end + ".");
        }
        if (!(strength >= 0 && strength <= MOST_STRENGTH)) {
            throw new IllegalArgumentException("strength has to lie between 0 and 2, but is " + strength + ".");
        }
        if (references.isEmpty()) {
            throw new IllegalArgumentException("A style needs at least one reference; name one.");
        }
        boolean graded = (strength != 0 && strength != 1) || !curve.points().isEmpty();
        if (alignment.fullAttentionShare() && (graded || references.size() > 1)) {
            throw new IllegalArgumentException("With full_attention_share all pictures attend to each other alike; set"
                    + " strength to 1 without a curve and name one reference, or switch it off.");
        }
    }

    /// All steps at full strength, with the first picture as the reference.
    public static AlignmentSchedule always(StyleAlignment alignment) {
        return new AlignmentSchedule(alignment, List.of(Reference.of(0)), 1, StrengthCurve.constant(), 0, 1);
    }

    /// The strength in a step: 0 outside start and end, which are rounded to the nearest step; else the
    /// strength times the curve at the share of the steps that were done before this one.
    ///
    /// @param step counted from 0
    public double strengthAt(int step, int steps) {
        boolean covered = step >= Math.round(start * steps) && step < Math.round(end * steps);
        return covered ? strength * curve.at((double) step / steps) : 0;
    }

    /// What is shared in a run, at strength 1; each step takes it at its own strength ([Sharing#at]).
    ///
    /// A run in which nothing is ever shared gets the plain graph, and one whose strengths are all 0 or 1 the
    /// graph of the paper, which is the faster one.
    ///
    /// @param groups how many groups the batch has: 2 under guidance
    /// @param groupSize how many rows a group has
    /// @throws IllegalArgumentException with a sentence for the user if there is no such row
    public Sharing sharing(int groups, int groupSize, int steps) {
        return sharing(groups, groupSize, steps, references);
    }

    /// The same with other references, for rows that lie beside the batch.
    public Sharing sharing(int groups, int groupSize, int steps, List<Reference> others) {
        Sharing sharing = Sharing.within(alignment, groups, groupSize, others);
        if (IntStream.range(0, steps).allMatch(step -> strengthAt(step, steps) == 0)) {
            return Sharing.plain();
        }
        boolean whole = IntStream.range(0, steps)
                .mapToDouble(step -> strengthAt(step, steps))
                .allMatch(now -> now == 0 || now == 1);
        return whole ? sharing : sharing.graded();
    }
}
