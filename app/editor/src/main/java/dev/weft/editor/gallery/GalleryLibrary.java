package dev.weft.editor.gallery;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.run.FinishedRun;
import dev.weft.editor.run.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// All sets of pictures there are, and what is known of them. Read in the background; used in the JavaFX
/// thread.
@Singleton
final class GalleryLibrary {
    /// What the background thread found.
    private record Found(List<PictureSet> sets, Map<String, SetScores> reports) {}

    private final PictureScan scan;
    private final ScoreReports reports;
    private final Marks marks;
    private final SetMeter meter;
    private final RunState runs;
    private final SetGrouping grouping = new SetGrouping();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("gallery").factory());
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
    private final Map<Path, SetScores> measured = new HashMap<>();
    private Found found = new Found(List.of(), Map.of());

    @Inject
    GalleryLibrary(PictureScan scan, ScoreReports reports, Marks marks, SetMeter meter, RunState runs) {
        this.scan = scan;
        this.reports = reports;
        this.marks = marks;
        this.meter = meter;
        this.runs = runs;
        runs.lastProperty().subscribe(_ -> refresh());
    }

    /// Counts up whenever something is known anew.
    ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /// Looks for pictures again.
    void refresh() {
        worker.execute(() -> {
            Found now = new Found(grouping.sets(scan.pictures()), reports.byWorkflow());
            Platform.runLater(() -> {
                if (!now.equals(found)) {
                    found = now;
                    changed();
                }
            });
        });
    }

    /// The sets of a shelf in which what is looked for occurs, the last one made first.
    ///
    /// @param words what must occur in prompts, title, seed or file name; blank for all
    List<PictureSet> sets(Shelf shelf, String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return found.sets().stream()
                .filter(set -> on(shelf, set))
                .filter(set -> wanted.isEmpty() || searched(set).contains(wanted))
                .toList();
    }

    /// How many pictures a shelf holds.
    int count(Shelf shelf) {
        return sets(shelf, "").stream().mapToInt(PictureSet::size).sum();
    }

    /// Titles of the workflows that made sets, those with the most pictures first.
    List<String> workflows() {
        Map<String, Integer> counts = new TreeMap<>();
        sets(new Shelf.All(), "").stream()
                .filter(set -> set.workflow().isPresent())
                .forEach(set -> counts.merge(set.title(), set.size(), Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The set of the same prompts and seed that shares no look, for one that does.
    Optional<PictureSet> plainOf(PictureSet set) {
        SetFacts facts = SetFacts.of(set);
        return !facts.aligned()
                ? Optional.empty()
                : sets(new Shelf.All(), "").stream()
                        .filter(other -> other.size() == set.size()
                                && other.first().seed().equals(set.first().seed())
                                && !SetFacts.of(other).aligned()
                                && SetFacts.of(other).prompts().equals(facts.prompts()))
                        .findFirst();
    }

    /// How alike the pictures of a set are, if that was measured.
    Optional<SetScores> scores(PictureSet set) {
        return Optional.ofNullable(measured.get(set.key()))
                .or(() -> Optional.ofNullable(found.reports().get(set.first().workflow())))
                .filter(scores -> scores.size() == set.size());
    }

    /// Measures how alike the pictures of a set are.
    ///
    /// @param failed told why that was not possible, one sentence
    void measure(PictureSet set, Consumer<String> failed) {
        List<String> prompts = SetFacts.of(set).prompts();
        worker.execute(() -> {
            try {
                SetScores scores = meter.measure(set.files(), prompts);
                Platform.runLater(() -> {
                    measured.put(set.key(), scores);
                    changed();
                });
            } catch (IOException | RuntimeException e) {
                Platform.runLater(() -> failed.accept(String.valueOf(e.getMessage())));
            }
        });
    }

    /// The run that made a set, if it was since the queue was last cleared.
    Optional<FinishedRun> run(PictureSet set) {
        return runs.finished().stream()
                .filter(run -> run.pictures().contains(set.key()))
                .findFirst();
    }

    boolean favourite(PictureSet set) {
        return marks.favourite(set);
    }

    boolean binned(PictureSet set) {
        return marks.binned(set);
    }

    void setFavourite(PictureSet set, boolean wanted) {
        marks.setFavourite(set, wanted);
        changed();
    }

    void setBinned(PictureSet set, boolean wanted) {
        marks.setBinned(set, wanted);
        changed();
    }

    /// Deletes the files of a set for good.
    ///
    /// @throws IOException if one of them can't be deleted; those before it are gone
    void delete(PictureSet set) throws IOException {
        for (Path file : set.files()) {
            Files.deleteIfExists(file);
        }
        marks.setBinned(set, false);
        marks.setFavourite(set, false);
        refresh();
    }

    private void changed() {
        version.set(version.get() + 1);
    }

    private boolean on(Shelf shelf, PictureSet set) {
        boolean binned = marks.binned(set);
        return switch (shelf) {
            case Shelf.All() -> !binned;
            case Shelf.Today() -> !binned && today(set.made());
            case Shelf.Favourites() -> !binned && marks.favourite(set);
            case Shelf.Bin() -> binned;
            case Shelf.OfWorkflow(String title) ->
                !binned && set.workflow().isPresent() && set.title().equals(title);
        };
    }

    private static boolean today(Instant made) {
        ZoneId here = ZoneId.systemDefault();
        return made.atZone(here).toLocalDate().equals(LocalDate.now(here));
    }

    private static String searched(PictureSet set) {
        return String.join(
                        "\n",
                        set.title(),
                        set.first().seed(),
                        set.first().stem(),
                        String.join("\n", SetFacts.of(set).prompts()))
                .toLowerCase(Locale.ROOT);
    }
}
