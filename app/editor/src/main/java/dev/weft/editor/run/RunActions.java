package dev.weft.editor.run;

import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.document.Document;
import dev.weft.editor.document.Item;
import dev.weft.editor.workspace.Workspace;
import dev.weft.runtime.WeftRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;

/// Does what can be asked for of runs.
@Singleton
final class RunActions {
    private final Workspace workspace;
    private final Runner runner;
    private final RunState state;

    @Inject
    RunActions(
            Actions actions,
            Workspace workspace,
            Runner runner,
            RunState state,
            RunBoard board,
            AutomaticRun automatic,
            Provider<WeftRuntime> runtime) {
        this.workspace = workspace;
        this.runner = runner;
        this.state = state;
        BooleanBinding open =
                Bindings.createBooleanBinding(() -> workspace.active().isPresent(), workspace.activeProperty());
        actions.handle(Action.RUN, open, () -> active(document -> runner.run(document, usual())));
        actions.handle(Action.RUN_FRONT, open, () -> active(document -> runner.run(document, usual().inFront())));
        actions.handle(Action.RUN_TO_HERE, open, () -> active(this::runToSelection));
        actions.handle(Action.CANCEL, state.running(), runner::cancel);
        actions.handle(Action.CLEAR_QUEUE, Bindings.isNotEmpty(state.waiting()), runner::clear);
        actions.handle(Action.PAUSE_QUEUE, this::pauseOrGoOn);
        actions.handle(
                Action.AUTO_RUN,
                () -> state.automaticProperty().set(!state.automaticProperty().get()));
        actions.handle(
                Action.FREE_MODELS,
                () -> Thread.ofVirtual()
                        .name("free-models")
                        .start(() -> runtime.get().freeModels()));
        automatic.begin();
        workspace.documents().addListener((ListChangeListener<Document>) change -> {
            while (change.next()) {
                change.getRemoved().stream()
                        .filter(document -> !workspace.documents().contains(document))
                        .forEach(board::forget);
            }
        });
        runner.lookIfThere();
    }

    private RunRequest usual() {
        return RunRequest.USUAL.times(Math.max(1, state.countProperty().get()));
    }

    private void active(Consumer<Document> work) {
        workspace.active().ifPresent(work);
    }

    /// Runs for the selected nodes. Those inside subgraphs have the ids of the nodes that were entered before
    /// their
    /// own.
    private void runToSelection(Document document) {
        String prefix = document.pathProperty().get().isEmpty()
                ? ""
                : String.join("/", document.pathProperty().get()) + "/";
        List<String> targets = new ArrayList<>();
        for (Item item : document.selection().items()) {
            if (item instanceof Item.OfNode node) {
                targets.add(prefix + node.id());
            }
        }
        if (!targets.isEmpty()) {
            runner.run(document, RunRequest.upTo(targets));
        }
    }

    private void pauseOrGoOn() {
        if (state.pausedProperty().get()) {
            runner.goOn();
        } else {
            runner.pause();
        }
    }
}
