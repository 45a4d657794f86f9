package dev.weft.models.unet;

/// Which picture is the reference of a batch, how the others take its style, and during which steps.
///
/// @param alignment how style is taken
/// @param referenceIndex the reference's row in the batch, counted from 0
/// @param start share of the steps, 0 … 1, before which nothing is shared
/// @param end share of the steps, 0 … 1, from which on nothing is shared
public record AlignmentSchedule(StyleAlignment alignment, int referenceIndex, double start, double end) {
    public AlignmentSchedule {
        if (!(start >= 0 && start <= end && end <= 1)) {
            throw new IllegalArgumentException("start and end have to be shares of the steps with 0 ≤ start ≤ end ≤ 1,"
                    + " but are " + start + " and " + end + ".");
        }
    }

    /// All steps, with the first picture as the reference.
    public static AlignmentSchedule always(StyleAlignment alignment) {
        return new AlignmentSchedule(alignment, 0, 0, 1);
    }

    /// Whether sharing is on in a step; both ends are rounded to the nearest step.
    boolean covers(int step, int steps) {
        return step >= Math.round(start * steps) && step < Math.round(end * steps);
    }
}
