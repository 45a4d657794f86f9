package dev.weft.editor.search;

import dev.weft.editor.text.Texts;
import dev.weft.editor.window.NodeSearchOpener.LooseWire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the popup shows: the rows for what is typed, and the one that Enter takes.
final class SearchViewModel {
    private static final Texts TEXTS = Texts.of(SearchViewModel.class);
    private static final int MOST_RECENT = 4;

    private final TypeSearch types;
    private final StringProperty typed = new SimpleStringProperty("");
    private final BooleanProperty everything = new SimpleBooleanProperty();
    private final ObservableList<SearchRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
    private Optional<LooseWire> wire = Optional.empty();

    /// @param types what can be found
    SearchViewModel(TypeSearch types) {
        this.types = types;
        typed.subscribe(_ -> fill());
        everything.subscribe(_ -> fill());
    }

    /// Begins anew.
    ///
    /// @param waiting the wire that waits for a node, if one does
    void begin(Optional<LooseWire> waiting) {
        wire = waiting;
        everything.set(false);
        typed.set("");
        fill();
    }

    StringProperty typedProperty() {
        return typed;
    }

    /// Whether node types are shown too that the waiting wire does not fit.
    BooleanProperty everythingProperty() {
        return everything;
    }

    ObservableList<SearchRow> rows() {
        return rows;
    }

    /// Index of the row that Enter takes, or -1.
    ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// What Enter takes.
    Optional<FoundType> chosen() {
        return chosen.get() >= 0 && rows.get(chosen.get()) instanceof SearchRow.Found row
                ? Optional.of(row.found())
                : Optional.empty();
    }

    /// Goes to another row, over headings and from one end to the other.
    ///
    /// @param step 1 or -1
    void go(int step) {
        int index = chosen.get();
        for (int tries = 0; tries < rows.size(); tries++) {
            index = Math.floorMod(index + step, rows.size());
            if (rows.get(index) instanceof SearchRow.Found) {
                chosen.set(index);
                return;
            }
        }
    }

    /// Chooses a row that can be chosen.
    void choose(int index) {
        if (index >= 0 && index < rows.size() && rows.get(index) instanceof SearchRow.Found) {
            chosen.set(index);
        }
    }

    /// The wire that what is found must fit.
    Optional<LooseWire> filter() {
        return everything.get() ? Optional.empty() : wire;
    }

    private void fill() {
        List<SearchRow> filled = new ArrayList<>();
        if (typed.get().isBlank()) {
            List<FoundType> used = types.used(filter(), MOST_RECENT);
            List<FoundType> others = new ArrayList<>(types.find("", filter()));
            others.removeAll(used);
            add(filled, TEXTS.get("recent"), used);
            add(filled, TEXTS.get(filter().isPresent() ? "fits" : used.isEmpty() ? "all" : "others"), others);
        } else {
            types.find(typed.get(), filter()).forEach(found -> filled.add(new SearchRow.Found(found)));
            if (filled.isEmpty()) {
                missing(filled);
            }
        }
        chosen.set(-1);
        rows.setAll(filled);
        go(1);
    }

    private void missing(List<SearchRow> filled) {
        String wanted = typed.get().strip();
        Optional<FoundType> nearest = types.nearest(wanted, filter());
        if (nearest.isPresent()) {
            filled.add(new SearchRow.Nothing(
                    TEXTS.get("nothing_but", wanted, nearest.get().type().title())));
            filled.add(new SearchRow.Found(nearest.get()));
        } else if (filter().isPresent() && !types.find(wanted, Optional.empty()).isEmpty()) {
            filled.add(new SearchRow.Nothing(
                    TEXTS.get(wire.orElseThrow().output() ? "nothing_takes" : "nothing_gives", wanted, kind())));
        } else {
            filled.add(new SearchRow.Nothing(TEXTS.get("nothing", wanted)));
        }
    }

    private String kind() {
        return wire.map(each -> each.kind().name()).orElse("");
    }

    private static void add(List<SearchRow> rows, String heading, List<FoundType> found) {
        if (!found.isEmpty()) {
            rows.add(new SearchRow.Heading(heading));
            found.forEach(each -> rows.add(new SearchRow.Found(each)));
        }
    }
}
