package dev.weft.editor.run;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.document.Document;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;

/// Runs the document that is shown a moment after it was changed, while the user wants that and runs of it are
/// quick;
/// and marks what a change makes out of date.
@Singleton
final class AutomaticRun {
    private static final double SETTLED = 600;
    private static final double NOTICED = 80;

    /// Longer runs are begun by people only. Enough for one in which models are opened first.
    private static final Duration QUICK = Duration.ofSeconds(15);

    private final Workspace workspace;
    private final Runner runner;
    private final RunState state;
    private final RunBoard board;
    private final PauseTransition settled = new PauseTransition(javafx.util.Duration.millis(SETTLED));
    private final PauseTransition noticed = new PauseTransition(javafx.util.Duration.millis(NOTICED));
    private final ChangeListener<Workflow> listener = (_, _, _) -> changed();
    private Optional<Document> watched = Optional.empty();
    private Optional<Workflow> asked = Optional.empty();

    @Inject
    AutomaticRun(Workspace workspace, Runner runner, RunState state, RunBoard board) {
        this.workspace = workspace;
        this.runner = runner;
        this.state = state;
        this.board = board;
    }

    void begin() {
        settled.setOnFinished(_ -> runIfChanged());
        noticed.setOnFinished(_ -> mark());
        workspace.activeProperty().subscribe(this::watch);
        state.automaticProperty().subscribe(_ -> changed());
        state.currentProperty().subscribe(now -> {
            if (now.isEmpty()) {
                changed();
            }
        });
    }

    private void watch(Optional<Document> document) {
        watched.ifPresent(old -> old.workflowProperty().removeListener(listener));
        watched = document;
        asked = Optional.empty();
        watched.ifPresent(now -> now.workflowProperty().addListener(listener));
    }

    private void changed() {
        if (watched.flatMap(board::ran).isPresent()) {
            noticed.playFromStart();
        }
        if (state.automaticProperty().get()) {
            settled.playFromStart();
        }
    }

    private void mark() {
        watched.ifPresent(document -> board.ran(document)
                .ifPresent(ran -> board.stale(document, Staleness.changed(ran, document.workflow()))));
    }

    private void runIfChanged() {
        if (!state.automaticProperty().get()
                || state.running().get()
                || !state.waiting().isEmpty()
                || watched.isEmpty()) {
            return;
        }
        Document document = watched.get();
        Optional<Workflow> before = asked.or(() -> board.ran(document));
        boolean changed = before.isEmpty() || !Staleness.same(before.get(), document.workflow());
        if (changed && isQuick(document)) {
            asked = Optional.of(document.workflow());
            runner.run(document, new RunRequest(false, List.of(), 1, true));
        }
    }

    /// What never ran is given a try.
    private boolean isQuick(Document document) {
        return state.finished().stream()
                .filter(run -> run.document().equals(Optional.of(document.id())))
                .findFirst()
                .flatMap(FinishedRun::took)
                .map(took -> took.compareTo(QUICK) <= 0)
                .orElse(true);
    }
}
