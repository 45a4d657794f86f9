package dev.weft.editor.node;

import dev.weft.editor.run.Preview;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;

/// The pictures on a node, or their place.
///
/// @param area of the pictures
/// @param previews the pictures
/// @param columns how many stand beside one another
/// @param reference which of them is the one whose style others take, from 0
/// @param waiting what people read while there is no picture
/// @param progress what people read below them at the left while the node works
/// @param left what people read below them at the right meanwhile
record PicturesBlock(
        Rectangle2D area,
        List<Preview> previews,
        int columns,
        OptionalInt reference,
        String waiting,
        String progress,
        String left) {
    /// Distance between pictures.
    static final double GAP = 4;

    /// Height of what stands below pictures while the node works.
    static final double PROGRESS = 24;

    private static final int MOST = 16;

    /// How many columns so many pictures take.
    static int columns(int pictures) {
        if (pictures <= 1) {
            return 1;
        }
        return pictures <= 4 ? 2 : pictures <= 9 ? 3 : 4;
    }

    /// Height of so many pictures in a column of this width.
    static double height(int pictures, double width) {
        int columns = columns(pictures);
        int rows = (Math.min(pictures, MOST) + columns - 1) / columns;
        return rows * side(columns, width) + (rows - 1) * GAP;
    }

    private static double side(int columns, double width) {
        return (width - GAP * (columns - 1)) / columns;
    }

    /// Where a picture lies on the node; nothing for those beyond the last that is shown.
    ///
    /// @param index from 0
    Rectangle2D place(int index) {
        double side = side(columns, area.getWidth());
        int row = index / columns;
        return new Rectangle2D(
                area.getMinX() + index % columns * (side + GAP), area.getMinY() + row * (side + GAP), side, side);
    }

    /// Which picture lies at a place on the node.
    OptionalInt at(double x, double y) {
        return IntStream.range(0, shown())
                .filter(index -> place(index).contains(x, y))
                .findFirst();
    }

    /// How many pictures are shown.
    int shown() {
        return Math.min(previews.size(), MOST);
    }
}
