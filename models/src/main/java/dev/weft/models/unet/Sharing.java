package dev.weft.models.unet;

import dev.weft.models.onnx.UNetStructure;
import java.util.Arrays;
import java.util.Optional;

/// What is shared in one U-Net call: nothing, or which row takes its style from which row and how.
public final class Sharing {
    private final Optional<StyleAlignment> alignment;
    private final boolean active;
    private final int[] references;
    private final int groupSize;

    private Sharing(Optional<StyleAlignment> alignment, boolean active, int[] references, int groupSize) {
        this.alignment = alignment;
        this.active = active;
        this.references = references;
        this.groupSize = groupSize;
    }

    /// Every row stands alone.
    public static Sharing plain() {
        return new Sharing(Optional.empty(), false, new int[0], 1);
    }

    /// Rows that take their style from one row of their own group.
    ///
    /// The batch is divided into groups of equal size, which know nothing of each other: the halves
    /// of the guidance.
    ///
    /// @param alignment how style is taken
    /// @param groups how many groups the batch has
    /// @param groupSize how many rows a group has
    /// @param referenceIndex which row of each group is the reference, counted from 0
    /// @throws IllegalArgumentException with a sentence for the user if there is no such row
    public static Sharing within(StyleAlignment alignment, int groups, int groupSize, int referenceIndex) {
        if (referenceIndex < 0 || referenceIndex >= groupSize) {
            throw new IllegalArgumentException("reference_index is " + referenceIndex
                    + ", but the batch has the rows 0 to " + (groupSize - 1) + ".");
        }
        int[] references = new int[groups * groupSize];
        Arrays.setAll(references, row -> row / groupSize * groupSize + referenceIndex);
        return new Sharing(Optional.of(alignment), true, references, groupSize);
    }

    /// The same graph with every row standing alone, for the steps in which nothing is to be shared.
    public Sharing paused() {
        return new Sharing(alignment, false, references, groupSize);
    }

    Optional<StyleAlignment> alignment() {
        return alignment;
    }

    UNetStructure structure() {
        return alignment.map(StyleAlignment::structure).orElse(UNetStructure.plain());
    }

    /// The row that `row` refers to; itself where nothing is shared.
    int reference(int row) {
        return active ? references[row] : row;
    }

    boolean active() {
        return active;
    }

    /// How many neighbouring rows have to be in one call because they attend to each other as one sequence.
    int inseparable() {
        return active && alignment.isPresent() && alignment.get().fullAttentionShare() ? groupSize : 1;
    }

    void requireRows(int rows) {
        if (active && references.length != rows) {
            throw new IllegalArgumentException(
                    "Sharing is set up for " + references.length + " rows, but the batch has " + rows + ".");
        }
    }
}
