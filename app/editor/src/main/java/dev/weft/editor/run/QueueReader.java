package dev.weft.editor.run;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.run.FinishedRun.Ending;
import dev.weft.graph.json.WorkflowFormatException;
import dev.weft.graph.json.WorkflowReader;
import dev.weft.runtime.queue.HistoryQuery;
import dev.weft.runtime.queue.QueueStore;
import dev.weft.runtime.queue.QueuedRun;
import dev.weft.runtime.queue.RunDetails;
import dev.weft.runtime.queue.RunState.Over;
import dev.weft.runtime.queue.RunStatus;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Reads the queue and its history for people to look at. Used in the queue's thread.
@Singleton
final class QueueReader {
    private static final int MOST_FINISHED = 30;

    private final Timings timings;
    private final Map<Long, RunGist> gists = new HashMap<>();
    private final Map<List<Long>, FinishedRun> over = new HashMap<>();

    @Inject
    QueueReader(Timings timings) {
        this.timings = timings;
    }

    QueueLook look(QueueStore store, Map<Long, Submitted> submitted) {
        List<WaitingRun> waiting = store.queue().waiting().stream()
                .map(run -> waiting(store, run, submitted))
                .toList();
        List<FinishedRun> finished = store.history().list(HistoryQuery.newest(MOST_FINISHED)).runs().stream()
                .flatMap(run -> finished(store, run, submitted).stream())
                .sorted((one, other) -> other.ended().compareTo(one.ended()))
                .toList();
        return new QueueLook(waiting, finished, store.queue().paused());
    }

    /// What tells a run from others, also from the likes of it that took a time before.
    RunGist gist(QueueStore store, QueuedRun run, Map<Long, Submitted> submitted) {
        long number = run.id().number();
        return gists.computeIfAbsent(
                number,
                _ -> Optional.ofNullable(submitted.get(number))
                        .map(known -> Gists.of(known.workflow()))
                        .orElseGet(() -> read(store, run)));
    }

    private WaitingRun waiting(QueueStore store, QueuedRun run, Map<Long, Submitted> submitted) {
        RunGist gist = gist(store, run, submitted);
        return new WaitingRun(
                run.id().number(),
                run.title(),
                document(run, submitted),
                gist,
                timings.run(Gists.likeness(run.title(), gist)));
    }

    private Optional<FinishedRun> finished(QueueStore store, QueuedRun run, Map<Long, Submitted> submitted) {
        if (!(run.state() instanceof Over state)) {
            return Optional.empty();
        }
        List<Long> key =
                List.of(run.id().number(), (long) run.attempts(), state.ended().toEpochMilli());
        return Optional.ofNullable(over.computeIfAbsent(
                key,
                _ -> store.history()
                        .find(run.id())
                        .map(details -> finished(details, state, document(run, submitted)))
                        .orElse(null)));
    }

    private static FinishedRun finished(RunDetails details, Over state, Optional<UUID> document) {
        List<Path> files =
                details.files().stream().map(RunDetails.SavedFile::file).toList();
        Optional<RunDetails.RunFailure> failure = details.failures().stream().findFirst();
        return new FinishedRun(
                details.run().id().number(),
                details.run().title(),
                document,
                ending(state.status()),
                state.ended(),
                state.duration(),
                files.stream()
                        .filter(file -> isPicture(file) && !Consistency.draws(file, files))
                        .toList(),
                failure.map(RunDetails.RunFailure::message).orElse(""),
                failure.flatMap(RunDetails.RunFailure::node),
                Consistency.in(files));
    }

    private static RunGist read(QueueStore store, QueuedRun run) {
        try {
            return Gists.of(WorkflowReader.parse(store.queue().workflow(run.id()), run.title()));
        } catch (WorkflowFormatException _) {
            return RunGist.NONE;
        }
    }

    private static Optional<UUID> document(QueuedRun run, Map<Long, Submitted> submitted) {
        return Optional.ofNullable(submitted.get(run.id().number())).map(Submitted::document);
    }

    private static boolean isPicture(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg");
    }

    private static Ending ending(RunStatus status) {
        return switch (status) {
            case DONE -> Ending.DONE;
            case CANCELLED -> Ending.CANCELLED;
            case INTERRUPTED -> Ending.INTERRUPTED;
            case FAILED, WAITING, RUNNING -> Ending.FAILED;
        };
    }
}
