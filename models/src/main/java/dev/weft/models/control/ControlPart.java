package dev.weft.models.control;

import java.util.List;
import java.util.stream.IntStream;

/// One control of a run with the rows that it steers.
///
/// @param control the control
/// @param fitted its pictures, at the size that is drawn
/// @param pictures for each row of the batch which picture it follows, or [#NONE]
record ControlPart(Control control, FittedPictures fitted, List<Integer> pictures) {
    static final int NONE = -1;

    ControlPart {
        pictures = List.copyOf(pictures);
    }

    /// The same for further rows, which it did not steer yet.
    ControlPart with(List<Integer> more) {
        return new ControlPart(
                control,
                fitted,
                IntStream.range(0, pictures.size())
                        .mapToObj(row -> Math.max(pictures.get(row), more.get(row)))
                        .toList());
    }

    boolean steers(int row) {
        return pictures.get(row) != NONE;
    }
}
