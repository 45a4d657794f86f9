package dev.weft.editor.document;

import dev.weft.graph.Node;
import dev.weft.graph.Subgraph;
import dev.weft.graph.Workflow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// An open workflow: the only truth about it. Whoever wants it changed performs an [Edit]; whoever shows it
/// listens to
/// [#graphProperty()].
///
/// What is shown and edited is the *graph*: the whole workflow, or the inside of the subgraph that was entered,
/// in the
/// form of a workflow with that subgraph's nodes, links, groups, notes and view, and with the subgraphs of the
/// whole.
/// All of this happens in the JavaFX thread.
public final class Document {
    private final UUID id = UUID.randomUUID();
    private final History history = new History();
    private final Selection selection = new Selection();
    private final ReadOnlyObjectWrapper<Workflow> workflow;
    private final ReadOnlyObjectWrapper<Workflow> graph;
    private final ReadOnlyObjectWrapper<List<String>> path = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Optional<Path>> file = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper("");
    private Workflow saved;

    /// A document that counts as saved as it is.
    ///
    /// @param file where it was read from and will be saved, if there is such a file
    public Document(Workflow workflow, Optional<Path> file) {
        this.workflow = new ReadOnlyObjectWrapper<>(workflow);
        this.graph = new ReadOnlyObjectWrapper<>(workflow);
        this.saved = workflow;
        this.file.set(file);
    }

    /// Tells documents apart for as long as the editor runs; names the file in the recovery folder.
    public UUID id() {
        return id;
    }

    /// The whole workflow.
    public ReadOnlyObjectProperty<Workflow> workflowProperty() {
        return workflow.getReadOnlyProperty();
    }

    /// The whole workflow.
    public Workflow workflow() {
        return workflow.get();
    }

    /// The graph that is shown.
    public ReadOnlyObjectProperty<Workflow> graphProperty() {
        return graph.getReadOnlyProperty();
    }

    /// The graph that is shown.
    public Workflow graph() {
        return graph.get();
    }

    /// Ids of the nodes that were entered, from the outside in; empty when the whole workflow is shown.
    public ReadOnlyObjectProperty<List<String>> pathProperty() {
        return path.getReadOnlyProperty();
    }

    /// What is selected in the graph that is shown.
    public Selection selection() {
        return selection;
    }

    /// The file that it is saved in, if there is one yet.
    public ObjectProperty<Optional<Path>> fileProperty() {
        return file;
    }

    /// Whether it differs from what was last saved.
    public ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /// Name of the edit that [#undo()] takes back, or empty.
    public ReadOnlyStringProperty undoNameProperty() {
        return undoName.getReadOnlyProperty();
    }

    /// Name of the edit that [#redo()] makes again, or empty.
    public ReadOnlyStringProperty redoNameProperty() {
        return redoName.getReadOnlyProperty();
    }

    /// Changes the graph that is shown. An edit that changes nothing leaves no trace.
    public void perform(Edit edit) {
        Workflow before = workflow.get();
        Workflow changed = edit.change().apply(graph.get());
        if (changed.equals(graph.get())) {
            return;
        }
        Workflow after = Scope.leave(before, path.get(), changed);
        history.add(edit, before, after);
        show(after);
    }

    /// Changes the whole workflow, whatever graph of it is shown: what concerns several graphs at once, such as
    /// a
    /// subgraph's ports and the wires of the nodes that stand for it.
    public void performOnWhole(Edit edit) {
        Workflow before = workflow.get();
        Workflow after = edit.change().apply(before);
        if (!after.equals(before)) {
            history.add(edit, before, after);
            show(after);
        }
    }

    /// Lets the next edit be undone alone, even if its merge key equals that of the last.
    public void seal() {
        history.seal();
    }

    /// Takes the last edit back.
    public void undo() {
        history.undo().ifPresent(this::show);
    }

    /// Makes the edit again that was last taken back.
    public void redo() {
        history.redo().ifPresent(this::show);
    }

    /// Changes what is no edit and cannot be undone, such as where people last looked.
    public void note(Edit edit) {
        Workflow before = workflow.get();
        boolean wasSaved = before.equals(saved);
        Workflow after = Scope.leave(before, path.get(), edit.change().apply(graph.get()));
        if (wasSaved) {
            saved = after;
        }
        show(after);
    }

    /// Changes the whole workflow, whatever is shown of it, in a way that cannot be undone, as seeds do that
    /// change
    /// after
    /// each run.
    public void noteWhole(UnaryOperator<Workflow> change) {
        Workflow before = workflow.get();
        Workflow after = change.apply(before);
        if (before.equals(saved)) {
            saved = after;
        }
        if (!after.equals(before)) {
            show(after);
        }
    }

    /// Shows the inside of the subgraph for which a node of the shown graph stands.
    public void enter(Node node) {
        if (graph.get().subgraph(node.type()).isEmpty()) {
            return;
        }
        List<String> deeper = new ArrayList<>(path.get());
        deeper.add(node.id());
        goTo(deeper);
    }

    /// Shows the graph that holds the one that is shown.
    public void leave() {
        if (!path.get().isEmpty()) {
            goTo(path.get().subList(0, path.get().size() - 1));
        }
    }

    /// Shows the graph at this path, or the deepest on the way that there is.
    public void goTo(List<String> wanted) {
        selection.clear();
        path.set(Scope.existing(workflow.get(), wanted));
        graph.set(Scope.enter(workflow.get(), path.get()));
    }

    /// The subgraph that is shown, unless it is the whole workflow.
    public Optional<Subgraph> shownSubgraph() {
        return Scope.subgraph(workflow.get(), path.get());
    }

    /// Counts as saved from now on as it was when it was written.
    ///
    /// @param written what was written to the file
    public void saved(Workflow written) {
        saved = written;
        unsaved.set(!workflow.get().equals(saved));
    }

    /// Counts as unsaved, as a document does that was restored after a crash.
    public void markUnsaved() {
        saved = Workflow.EMPTY.withTitle("\u0000");
        unsaved.set(true);
    }

    private void show(Workflow whole) {
        workflow.set(whole);
        List<String> existing = Scope.existing(whole, path.get());
        if (!existing.equals(path.get())) {
            selection.clear();
            path.set(existing);
        }
        Workflow shown = Scope.enter(whole, existing);
        selection.retainIn(shown);
        graph.set(shown);
        unsaved.set(!whole.equals(saved));
        undoName.set(history.lastDone().map(History.Step::name).orElse(""));
        redoName.set(history.lastUndone().map(History.Step::name).orElse(""));
    }
}
