package dev.weft.editor.run;

import dev.weft.graph.validation.Plan;
import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.runtime.queue.QueuedRun;
import dev.weft.runtime.queue.RunObserver;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Platform;

/// Hears of a run in the worker's thread and tells of it in the JavaFX thread, no more often than that has
/// time.
final class RunFollower implements RunObserver {
    /// What is told in the JavaFX thread.
    ///
    /// @param document the document that the run came from
    /// @param begun whether this is the first that is told of the run
    /// @param nodes what is new of its nodes
    /// @param taking the nodes that take part
    /// @param now how the run stands
    record News(
            Optional<Submitted> document,
            boolean begun,
            Map<String, NodeRun> nodes,
            Set<String> taking,
            CurrentRun now) {}

    private final QueuedRun run;
    private final Optional<Submitted> submitted;
    private final BooleanSupplier previews;
    private final Consumer<News> listener;
    private final RunCourse course;
    private final AtomicBoolean pending = new AtomicBoolean();
    private volatile boolean cancelling;
    private boolean planned;
    private boolean begunTold;
    private boolean over;

    RunFollower(
            QueuedRun run,
            Optional<Submitted> submitted,
            Timings timings,
            BooleanSupplier previews,
            Consumer<News> listener) {
        this.run = run;
        this.submitted = submitted;
        this.previews = previews;
        this.listener = listener;
        course = new RunCourse(timings, System::nanoTime);
        tellSoon();
    }

    QueuedRun run() {
        return run;
    }

    Optional<UUID> document() {
        return submitted.map(Submitted::document);
    }

    /// What runs that take about the same time have in common; nothing if this one did hardly anything.
    Optional<Object> likeness() {
        synchronized (course) {
            return submitted
                    .filter(known -> course.sampled() && !known.partly())
                    .map(known -> Gists.likeness(run.title(), Gists.of(known.workflow())));
        }
    }

    void cancelling() {
        cancelling = true;
        tellSoon();
    }

    @Override
    public void planned(Plan plan) {
        synchronized (course) {
            course.planned(plan);
            planned = true;
        }
        tellSoon();
    }

    @Override
    public void refused(String sentence) {}

    @Override
    public void event(ExecutionEvent event) {
        synchronized (course) {
            course.event(event);
        }
        tellSoon();
    }

    @Override
    public boolean previewing() {
        return previews.getAsBoolean();
    }

    /// Tells nothing any more but what has happened so far.
    void end(Runnable after) {
        Platform.runLater(() -> {
            tell();
            over = true;
            after.run();
        });
    }

    private void tellSoon() {
        if (pending.compareAndSet(false, true)) {
            Platform.runLater(this::tell);
        }
    }

    private void tell() {
        pending.set(false);
        if (over) {
            return;
        }
        News news;
        synchronized (course) {
            boolean begun = planned && !begunTold;
            begunTold |= begun;
            news = new News(
                    submitted,
                    begun,
                    course.news(),
                    begun ? course.nodes() : Set.of(),
                    course.summary(run.id().number(), run.title(), document(), cancelling));
        }
        listener.accept(news);
    }
}
