package dev.weft.models.style;

import dev.weft.models.text.Conditioning;

/// One picture that others take their style from.
///
/// @param trajectory its way through the noise
/// @param positive its encoded prompt, one row
/// @param negative the encoded prompt that it stayed away from, one row
/// @param prompt its prompt as it was written; empty where that is not known
/// @param guidance the classifier-free guidance that it was drawn or inverted with
/// @param weight how much it counts beside other references, above 0
/// @param credits whose picture it is, where that has to be said; empty if not
/// @param thumbnail what it looks like
public record StyleReference(
        Trajectory trajectory,
        Conditioning positive,
        Conditioning negative,
        String prompt,
        double guidance,
        double weight,
        String credits,
        Thumbnail thumbnail) {
    /// @throws IllegalArgumentException in one sentence, if a value is out of range
    public StyleReference {
        if (positive.rows() != 1 || negative.rows() != 1) {
            throw new IllegalArgumentException("A reference of a style has one positive and one negative prompt, not "
                    + positive.rows() + " and " + negative.rows() + ".");
        }
        if (!(weight > 0) || !Double.isFinite(weight)) {
            throw new IllegalArgumentException("The weight of a reference has to be above 0, but is " + weight + ".");
        }
        if (!Double.isFinite(guidance)) {
            throw new IllegalArgumentException(
                    "The guidance of a reference has to be a finite number, but is " + guidance + ".");
        }
    }

    /// The same reference with another weight.
    public StyleReference withWeight(double other) {
        return new StyleReference(trajectory, positive, negative, prompt, guidance, other, credits, thumbnail);
    }
}
