package dev.weft.models.control;

import java.util.Set;

/// Which rows of a batch ControlNets may steer.
///
/// The reference of a shared style is left alone, as in the StyleAligned authors' code: it gives its style, not its
/// lines.
///
/// @param guided whether the rows come twice, first under the negative prompt and then under the positive one
/// @param rows how many rows there are, once
/// @param pictures how many of them, the first ones, are pictures that are drawn
/// @param references which of the pictures are references
public record SteeredRows(boolean guided, int rows, int pictures, Set<Integer> references) {
    /// Takes a copy of `references`.
    public SteeredRows {
        references = Set.copyOf(references);
    }

    boolean holds(int row) {
        return row < pictures && !references.contains(row);
    }
}
