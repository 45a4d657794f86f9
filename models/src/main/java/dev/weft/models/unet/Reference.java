package dev.weft.models.unet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A row that others take their style from.
///
/// @param row its place in its group, counted from 0
/// @param weight its part in the style among several references; above 0
public record Reference(int row, double weight) {
    public Reference {
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException(
                    "The weight of the reference " + row + " has to be a number above 0, but is " + weight
                            + "; leave out a reference that shall not count.");
        }
    }

    /// The only reference, or one that counts as much as others of weight 1.
    public static Reference of(int row) {
        return new Reference(row, 1);
    }

    /// Reads rows with weights, such as `0, 2:0.5`; a row without a weight has the weight 1.
    ///
    /// @throws IllegalArgumentException with a sentence for the user if the text is nothing such, or names a
    ///     row twice
    public static List<Reference> parse(String text) {
        List<Reference> references = new ArrayList<>();
        Set<Integer> rows = new HashSet<>();
        for (String part : text.split(",", -1)) {
            Reference reference = one(part.strip(), text);
            if (!rows.add(reference.row())) {
                throw new IllegalArgumentException("The references '" + text.strip() + "' name the picture "
                        + reference.row() + " twice; name it once, with a higher weight.");
            }
            references.add(reference);
        }
        return List.copyOf(references);
    }

    private static Reference one(String part, String text) {
        int colon = part.indexOf(':');
        try {
            int row = Integer.parseUnsignedInt((colon < 0 ? part : part.substring(0, colon)).strip());
            return new Reference(row, colon < 0 ? 1 : Double.parseDouble(part.substring(colon + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The references '" + text.strip() + "' are not understood at '" + part
                            + "'; write pictures, counted from 0, with weights if need be, such as 0, 2:0.5.",
                    e);
        }
    }
}
