package dev.weft.nodes.stylealigned.score;

import java.util.List;

/// Where the parts of a matrix picture are, in its own units; a picture may be drawn with several pixels for each.
///
/// @param count pictures of the set
/// @param cell side of a cell
/// @param labels width of the column of labels, 0 to leave it out
/// @param aligned whether there is a column of text alignment
record MatrixLayout(int count, int cell, int labels, boolean aligned) {
    static final int MARGIN = 28;
    static final int HEAD = 84;
    static final int FOOT = 58;
    static final int GAP = 8;
    static final int LABEL_SIZE = 13;
    /// Width of each column of numbers on the right.
    static final int COLUMN = 78;

    /// Texts turn out a little wider or narrower, depending on how finely they are drawn.
    private static final int SLACK = 6;

    private static final int WIDEST_LABEL = 240;
    private static final int NARROWEST = 560;
    private static final int LARGEST_MATRIX = 1400;

    static MatrixLayout of(ScoreReport report, List<String> labels, Lettering lettering) {
        int count = report.names().size();
        int cell = cell(count);
        int widest = 0;
        if (cell >= LABEL_SIZE + 3) {
            for (String label : labels) {
                widest = Math.max(widest, lettering.width(label, LABEL_SIZE, false));
            }
        }
        return new MatrixLayout(
                count,
                cell,
                widest == 0 ? 0 : Math.min(widest + SLACK, WIDEST_LABEL),
                report.score().alignment().isPresent());
    }

    private static int cell(int count) {
        if (count <= 12) {
            return 56;
        }
        return count <= 24 ? 42 : Math.max(1, Math.min(24, LARGEST_MATRIX / count));
    }

    /// Pixels a unit: small matrices are drawn finely.
    int pixels() {
        return count <= 24 ? 2 : 1;
    }

    /// Whether each cell has room for its number.
    boolean numbered() {
        return cell >= 40;
    }

    /// Whether each row and column has room for its picture.
    boolean pictured() {
        return cell >= 16;
    }

    /// Room for a picture and its number beside the matrix.
    int rim() {
        return pictured() ? cell + GAP : 0;
    }

    /// Whether each row has room for its numbers.
    boolean lettered() {
        return cell >= LABEL_SIZE + 3;
    }

    int columns() {
        return lettered() ? (aligned ? 2 : 1) * COLUMN + GAP : 0;
    }

    /// Left edge of the matrix.
    int left() {
        return MARGIN + (labels > 0 ? labels + 2 * GAP : 0) + rim();
    }

    /// Top edge of the matrix.
    int top() {
        return MARGIN + HEAD + rim() + (lettered() ? LABEL_SIZE + GAP : 0);
    }

    int side() {
        return count * cell;
    }

    int width() {
        return Math.max(NARROWEST, left() + side() + columns() + MARGIN);
    }

    int height() {
        return top() + side() + FOOT + MARGIN;
    }
}
