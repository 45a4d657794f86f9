package dev.weft.editor.run;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.document.Document;
import dev.weft.editor.preferences.Preferences;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.WorkflowWriter;
import dev.weft.nodes.api.Outcome;
import dev.weft.runtime.execution.CancellationToken;
import dev.weft.runtime.queue.QueueStore;
import dev.weft.runtime.queue.QueuedRun;
import dev.weft.runtime.queue.RunId;
import dev.weft.runtime.queue.RunObserver;
import dev.weft.runtime.queue.RunSettings;
import dev.weft.runtime.queue.Submission;
import dev.weft.runtime.queue.Submission.Place;
import dev.weft.runtime.queue.TakenRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Runs documents: puts them into the queue and follows what becomes of them. Asked in the JavaFX thread; what
/// happens
/// shows in [RunState] and [RunStates].
@Singleton
public final class Runner implements AutoCloseable {
    private final RunQueue queue;
    private final EditorEngine engine;
    private final QueueReader reader;
    private final Timings timings;
    private final RunBoard board;
    private final SeedChanges seeds;
    private final Map<Long, Submitted> submitted = new ConcurrentHashMap<>();
    private volatile boolean previews = true;
    private volatile @Nullable RunFollower current;

    @Inject
    Runner(
            RunQueue queue,
            EditorEngine engine,
            QueueReader reader,
            Timings timings,
            RunBoard board,
            SeedChanges seeds,
            Preferences preferences) {
        this.queue = queue;
        this.engine = engine;
        this.reader = reader;
        this.timings = timings;
        this.board = board;
        this.seeds = seeds;
        queue.listen(this::look, sentence -> Platform.runLater(() -> board.trouble(sentence)));
        preferences.livePreviewProperty().subscribe(wanted -> previews = wanted);
    }

    /// Puts a document into the queue, as it is now.
    public void run(Document document, RunRequest request) {
        List<Workflow> workflows = new ArrayList<>();
        for (int i = 0; i < request.count(); i++) {
            workflows.add(document.workflow());
            if (!request.automatic()) {
                document.noteWhole(seeds::next);
            }
        }
        String title = board.title(document);
        Optional<Path> file = document.fileProperty().get();
        queue.perform(store -> {
            RunSettings usual = engine.settings();
            RunSettings settings = new RunSettings(
                    usual.output(),
                    usual.input(),
                    usual.models(),
                    usual.backend(),
                    usual.maxBatch(),
                    List.of(),
                    request.targets(),
                    false);
            Place place = request.front() ? new Place.Front() : new Place.Back(0);
            List<Submission> submissions = workflows.stream()
                    .map(workflow -> new Submission(title, file, WorkflowWriter.toText(workflow), settings, place))
                    .toList();
            // The worker asks who follows a run; it is not to ask before that is known.
            synchronized (submitted) {
                List<RunId> ids = store.queue().addAll(submissions);
                for (int i = 0; i < ids.size(); i++) {
                    Submitted known = new Submitted(
                            document.id(), workflows.get(i), !request.targets().isEmpty());
                    submitted.put(ids.get(i).number(), known);
                }
            }
            queue.work(this::carryOut, this::follow);
        });
    }

    /// Takes up runs that were left in the queue.
    public void goOn() {
        queue.perform(store -> {
            store.queue().resume();
            queue.work(this::carryOut, this::follow);
        });
    }

    /// Stops the run that is going on, which it does within a step.
    public void cancel() {
        RunFollower follower = current;
        if (follower != null) {
            follower.cancelling();
            queue.perform(store -> store.queue().cancel(follower.run().id()));
        }
    }

    /// Lets no further run begin.
    public void pause() {
        queue.perform(store -> store.queue().pause());
    }

    /// Takes a waiting run out of the queue.
    public void remove(long run) {
        queue.perform(store -> store.queue().remove(new RunId(run)));
    }

    /// Takes every waiting run out of the queue.
    public void clear() {
        queue.perform(
                store -> store.queue().waiting().forEach(run -> store.queue().remove(run.id())));
    }

    /// Puts a waiting run before another.
    public void moveBefore(long run, long other) {
        queue.perform(store -> store.queue().moveBefore(new RunId(run), new RunId(other)));
    }

    /// Puts a waiting run after another.
    public void moveAfter(long run, long other) {
        queue.perform(store -> store.queue().moveAfter(new RunId(run), new RunId(other)));
    }

    /// Puts a run that is over back into the queue.
    public void again(long run) {
        queue.perform(store -> {
            store.queue().retry(new RunId(run));
            queue.work(this::carryOut, this::follow);
        });
    }

    /// Shows none of the runs that are over by now. They stay in the history.
    public void clearFinished() {
        board.clearFinished();
    }

    /// Hands the workflow of a run over, in the JavaFX thread, as the text of a file.
    public void workflow(long run, Consumer<String> taker) {
        queue.perform(store -> {
            String text = store.queue().workflow(new RunId(run));
            Platform.runLater(() -> taker.accept(text));
        });
    }

    /// Looks at the queue for the first time; without this it is looked at when something is first run.
    public void look() {
        queue.lookSoon();
    }

    /// Looks at the queue if it holds anything from before.
    void lookIfThere() {
        if (queue.exists()) {
            queue.lookSoon();
        }
    }

    /// Stops the run that is going on. It counts as interrupted and can be taken up when the editor is started
    /// again.
    @Override
    public void close() {
        queue.close();
        engine.close();
    }

    private RunObserver follow(QueuedRun run) {
        Optional<Submitted> known;
        synchronized (submitted) {
            known = Optional.ofNullable(submitted.get(run.id().number()));
        }
        RunFollower follower = new RunFollower(run, known, timings, () -> previews, board::news);
        current = follower;
        return follower;
    }

    private Outcome carryOut(TakenRun run, CancellationToken cancellation, RunObserver observer) {
        long start = System.nanoTime();
        try {
            return engine.run(run, cancellation, observer);
        } finally {
            RunFollower follower = current;
            current = null;
            if (follower != null) {
                follower.end(() -> board.over(follower.run().id().number()));
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                follower.likeness().ifPresent(likeness -> timings.run(likeness, took));
            }
        }
    }

    private void look(QueueStore store) {
        QueueLook look = reader.look(store, submitted);
        Platform.runLater(() -> board.look(look));
    }
}
