package dev.weft.editor.gallery;

import java.util.List;
import java.util.OptionalDouble;

/// How alike in style the pictures of a set are.
///
/// @param consistency the mean over all pairs, at most 1
/// @param alignment how well the pictures fit their prompts, if that was measured
/// @param cosines how alike each two pictures are, row by row
record SetScores(double consistency, OptionalDouble alignment, List<List<Double>> cosines) {
    /// Takes copies.
    ///
    /// @throws IllegalArgumentException unless there are as many columns as rows
    SetScores {
        cosines = cosines.stream().map(List::copyOf).toList();
        int size = cosines.size();
        if (!cosines.stream().allMatch(row -> row.size() == size)) {
            throw new IllegalArgumentException("a matrix of scores is square");
        }
    }

    int size() {
        return cosines.size();
    }
}
