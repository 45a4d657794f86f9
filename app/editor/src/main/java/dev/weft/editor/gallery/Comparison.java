package dev.weft.editor.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Which two sets are looked at, and how. B is the one that was picked; A is what it is held against.
final class Comparison {
    /// How sets are shown.
    enum Mode {
        /// B alone.
        SINGLE,
        /// A at the left, B at the right.
        SIDE_BY_SIDE,
        /// A left of a line, B right of it.
        WIPE
    }

    /// One of the two sides.
    enum Side {
        A,
        B
    }

    private static final double MIDDLE = 0.5;

    private final GalleryLibrary library;
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.SINGLE);
    private final DoubleProperty line = new SimpleDoubleProperty(MIDDLE);
    private final ReadOnlyObjectWrapper<Optional<PictureSet>> first = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<PictureSet>> second = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<Side>> only = new SimpleObjectProperty<>(Optional.empty());

    Comparison(GalleryLibrary library) {
        this.library = library;
    }

    ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    /// Where the line stands: 0 is the left edge, 1 the right one.
    DoubleProperty lineProperty() {
        return line;
    }

    /// What B is held against, if anything.
    ReadOnlyObjectProperty<Optional<PictureSet>> firstProperty() {
        return first.getReadOnlyProperty();
    }

    /// The set that was picked, if there is any.
    ReadOnlyObjectProperty<Optional<PictureSet>> secondProperty() {
        return second.getReadOnlyProperty();
    }

    /// The side that is shown alone, if one is.
    ObjectProperty<Optional<Side>> onlyProperty() {
        return only;
    }

    Optional<PictureSet> first() {
        return first.get();
    }

    Optional<PictureSet> second() {
        return second.get();
    }

    /// How the sets are shown now: without A, B alone.
    Mode shown() {
        return first.get().isEmpty() ? Mode.SINGLE : mode.get();
    }

    /// Picks a set. One that shares a look is held against the plain one of the same seed, if there is one.
    void pick(PictureSet set) {
        if (second.get().equals(Optional.of(set))) {
            return;
        }
        only.set(Optional.empty());
        Optional<PictureSet> plain = library.plainOf(set);
        if (plain.isPresent() || first.get().equals(Optional.of(set))) {
            first.set(plain);
        }
        second.set(Optional.of(set));
    }

    /// Holds the picked set against another.
    void against(PictureSet set) {
        if (second.get().equals(Optional.of(set))) {
            return;
        }
        first.set(Optional.of(set));
        if (second.get().isEmpty()) {
            second.set(first.get());
            first.set(Optional.empty());
        } else if (mode.get() == Mode.SINGLE) {
            mode.set(Mode.WIPE);
        }
    }

    /// Lets A and B change places.
    void swap() {
        if (first.get().isPresent()) {
            Optional<PictureSet> before = first.get();
            first.set(second.get());
            second.set(before);
        }
    }

    /// Shows one side alone, or both again.
    void toggle(Side side) {
        only.set(only.get().equals(Optional.of(side)) ? Optional.empty() : Optional.of(side));
    }

    /// Moves the line.
    void moveLine(double step) {
        line.set(Math.clamp(line.get() + step, 0, 1));
    }

    /// Forgets sets that are no longer there, and picks the newest if none is picked.
    void follow() {
        List<PictureSet> all = new ArrayList<>(library.sets(new Shelf.All(), ""));
        all.addAll(library.sets(new Shelf.Bin(), ""));
        first.set(first.get().flatMap(set -> current(all, set)));
        Optional<PictureSet> picked = second.get().flatMap(set -> current(all, set));
        if (!picked.equals(second.get())) {
            second.set(picked);
        }
        if (picked.isEmpty()) {
            library.sets(new Shelf.All(), "").stream().findFirst().ifPresent(this::pick);
        }
    }

    private static Optional<PictureSet> current(List<PictureSet> all, PictureSet set) {
        return all.stream().filter(other -> other.key().equals(set.key())).findFirst();
    }
}
