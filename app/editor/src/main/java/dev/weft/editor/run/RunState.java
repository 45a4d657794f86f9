package dev.weft.editor.run;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What goes on in the queue, for buttons, drawers and status items, which listen. What becomes of single nodes
/// is in
/// [RunStates].
@Singleton
public final class RunState {
    private final ReadOnlyObjectWrapper<Optional<CurrentRun>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<WaitingRun> waiting = FXCollections.observableArrayList();
    private final ObservableList<WaitingRun> waitingView = FXCollections.unmodifiableObservableList(waiting);
    private final ObservableList<FinishedRun> finished = FXCollections.observableArrayList();
    private final ObservableList<FinishedRun> finishedView = FXCollections.unmodifiableObservableList(finished);
    private final ReadOnlyObjectWrapper<Optional<FinishedRun>> last = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final IntegerProperty count = new SimpleIntegerProperty(1);
    private final BooleanProperty automatic = new SimpleBooleanProperty();
    private final BooleanBinding running =
            Bindings.createBooleanBinding(() -> current.get().isPresent(), current);
    private final IntegerBinding open =
            Bindings.createIntegerBinding(() -> waiting.size() + (current.get().isPresent() ? 1 : 0), current, waiting);

    @Inject
    RunState() {}

    /// The run that is going on, if one is. Changes a few times a second while it does.
    public ReadOnlyObjectProperty<Optional<CurrentRun>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Whether a run is going on: then the run button cancels.
    public BooleanBinding running() {
        return running;
    }

    /// How many runs wait or are going on: the figure on the queue button.
    public IntegerBinding open() {
        return open;
    }

    /// The runs that wait, the next one first.
    public ObservableList<WaitingRun> waiting() {
        return waitingView;
    }

    /// The runs that are over, the last one first.
    public ObservableList<FinishedRun> finished() {
        return finishedView;
    }

    /// The run that was over last since the editor was started.
    public ReadOnlyObjectProperty<Optional<FinishedRun>> lastProperty() {
        return last.getReadOnlyProperty();
    }

    /// Whether no further run is begun when the one that is going on is over.
    public ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    /// How often the workflow is run when the run button is pressed, from 1.
    public IntegerProperty countProperty() {
        return count;
    }

    /// Whether the workflow is run by itself when something changes.
    public BooleanProperty automaticProperty() {
        return automatic;
    }

    /// Why the queue cannot be used, in one sentence, or empty.
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    void setTrouble(String sentence) {
        trouble.set(sentence);
    }

    void setCurrent(Optional<CurrentRun> now) {
        current.set(now);
    }

    void setPaused(boolean now) {
        paused.set(now);
    }

    void setLast(FinishedRun run) {
        last.set(Optional.of(run));
    }

    ObservableList<WaitingRun> writableWaiting() {
        return waiting;
    }

    ObservableList<FinishedRun> writableFinished() {
        return finished;
    }
}
