package dev.weft.editor.queue;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.document.Document;
import dev.weft.editor.run.FinishedRun;
import dev.weft.editor.run.Runner;
import dev.weft.editor.window.DocumentPage.Kind;
import dev.weft.editor.window.GraphNavigator;
import dev.weft.editor.window.WindowControl;
import dev.weft.editor.workspace.Workspace;
import java.util.Optional;

/// What can be done with runs that are over.
@Singleton
final class FinishedRuns {
    private final Workspace workspace;
    private final WindowControl window;
    private final GraphNavigator navigator;
    private final Runner runner;

    @Inject
    FinishedRuns(Workspace workspace, WindowControl window, GraphNavigator navigator, Runner runner) {
        this.workspace = workspace;
        this.window = window;
        this.navigator = navigator;
        this.runner = runner;
    }

    /// Shows the pictures of a run, or the node that failed in it.
    void show(FinishedRun run) {
        Optional<Document> document = workspace.documents().stream()
                .filter(open -> run.document().equals(Optional.of(open.id())))
                .findFirst();
        document.ifPresent(workspace::show);
        if (run.ending() == FinishedRun.Ending.DONE) {
            window.pageProperty().set(Kind.GALLERY);
            return;
        }
        window.pageProperty().set(Kind.GRAPH);
        window.bottomProperty().set(Optional.of("problems"));
        document.ifPresent(open -> run.node().ifPresent(node -> navigator.reveal(open, node)));
    }

    void clear() {
        runner.clearFinished();
    }
}
