package dev.weft.models.unet;

import dev.weft.models.onnx.UNetStructure;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is shared in one U-Net call: nothing, or which row takes its style from which rows, how and how
/// strongly.
public final class Sharing {
    /// A weaker style is none; its logarithm would leave the range of half precision.
    private static final double LEAST_STRENGTH = 1e-6;

    private final Optional<StyleAlignment> alignment;
    private final List<Reference> references;
    private final int rows;
    private final int groupSize;
    private final boolean graded;
    private final double strength;

    private Sharing(
            Optional<StyleAlignment> alignment,
            List<Reference> references,
            int rows,
            int groupSize,
            boolean graded,
            double strength) {
        this.alignment = alignment;
        this.references = references;
        this.rows = rows;
        this.groupSize = groupSize;
        this.graded = graded;
        this.strength = strength;
    }

    /// Every row stands alone.
    public static Sharing plain() {
        return new Sharing(Optional.empty(), List.of(), 0, 1, false, 0);
    }

    /// Rows that take their style from rows of their own group, at strength 1.
    ///
    /// The batch is divided into groups of equal size, which know nothing of each other: the halves of the
    /// guidance. A reference refers to itself alone, so that it is drawn as without sharing. Weights count by
    /// their share of their sum.
    ///
    /// @param alignment how style is taken
    /// @param groups how many groups the batch has
    /// @param groupSize how many rows a group has
    /// @param references the reference rows of each group; at least one
    /// @throws IllegalArgumentException with a sentence for the user if there is no such row, or it is named
    ///     twice
    public static Sharing within(StyleAlignment alignment, int groups, int groupSize, List<Reference> references) {
        if (references.isEmpty()) {
            throw new IllegalArgumentException("A style needs at least one reference; name one.");
        }
        Set<Integer> named = new HashSet<>();
        for (Reference reference : references) {
            if (reference.row() < 0 || reference.row() >= groupSize) {
                throw new IllegalArgumentException("The reference is " + reference.row()
                        + ", but the batch has the rows 0 to " + (groupSize - 1) + ".");
            }
            if (!named.add(reference.row())) {
                throw new IllegalArgumentException(
                        "The row " + reference.row() + " is a reference twice; name it once, with a higher weight.");
            }
        }
        double sum = references.stream().mapToDouble(Reference::weight).sum();
        List<Reference> shares = references.stream()
                .map(reference -> new Reference(reference.row(), reference.weight() / sum))
                .toList();
        return new Sharing(Optional.of(alignment), shares, groups * groupSize, groupSize, false, 1);
    }

    /// The same at another strength, 0 … 2; plain sharing stays plain. At 0 the graph is the same with every
    /// row standing alone.
    ///
    /// A strength other than 0 and 1 needs a graph of its own, see [#graded()].
    public Sharing at(double other) {
        if (!(other >= 0) || Double.isInfinite(other)) {
            throw new IllegalArgumentException("A strength is a number from 0, but is " + other + ".");
        }
        double now = other < LEAST_STRENGTH ? 0 : other;
        return new Sharing(alignment, references, rows, groupSize, graded, now);
    }

    /// The same on the graph that takes the strength as data, so that a run may change it at each step without
    /// opening another graph.
    public Sharing graded() {
        return new Sharing(alignment, references, rows, groupSize, true, strength);
    }

    /// The same graph with every row standing alone, for the steps in which nothing is to be shared.
    public Sharing paused() {
        return at(0);
    }

    Optional<StyleAlignment> alignment() {
        return alignment;
    }

    UNetStructure structure() {
        UNetStructure whole = alignment.map(StyleAlignment::structure).orElse(UNetStructure.plain());
        boolean needsGrades = graded || references.size() > 1 || (strength != 0 && strength != 1);
        return needsGrades ? whole.graded(referenceCount()) : whole;
    }

    /// How strongly style is taken; 0 where nothing is shared.
    double strength() {
        return strength;
    }

    /// The references of every row with their shares, which add up to 1.
    List<Reference> references() {
        return references;
    }

    /// How many rows each row refers to: as many as the graph takes, at least 1.
    int referenceCount() {
        return Math.max(1, references.size());
    }

    /// The row that `row` refers to as its reference number `which`; itself where nothing is shared, and for
    /// references.
    int reference(int row, int which) {
        if (!active() || isReference(row % groupSize)) {
            return row;
        }
        return row / groupSize * groupSize + references.get(which).row();
    }

    private boolean isReference(int place) {
        return references.stream().anyMatch(reference -> reference.row() == place);
    }

    boolean active() {
        return alignment.isPresent() && strength > 0;
    }

    /// How many neighbouring rows have to be in one call because they attend to each other as one sequence.
    int inseparable() {
        return active() && alignment.isPresent() && alignment.get().fullAttentionShare() ? groupSize : 1;
    }

    void requireRows(int given) {
        if (active() && rows != given) {
            throw new IllegalArgumentException(
                    "Sharing is set up for " + rows + " rows, but the batch has " + given + ".");
        }
    }
}
