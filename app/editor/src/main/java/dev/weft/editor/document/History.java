package dev.weft.editor.document;

import dev.weft.graph.Workflow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The states of a workflow that can be gone back to and forward to. States share what is equal, so keeping
/// many costs
/// little.
final class History {
    private static final int MOST_STEPS = 500;

    /// @param name of the edit between the two states
    /// @param before the whole workflow before it
    /// @param after the whole workflow after it
    record Step(String name, Workflow before, Workflow after, Optional<Object> merge) {}

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private boolean sealed = true;

    void add(Edit edit, Workflow before, Workflow after) {
        undone.clear();
        Step last = done.peekLast();
        if (!sealed && last != null && edit.merge().isPresent() && last.merge().equals(edit.merge())) {
            done.removeLast();
            done.addLast(new Step(edit.name(), last.before(), after, edit.merge()));
        } else {
            done.addLast(new Step(edit.name(), before, after, edit.merge()));
        }
        if (done.size() > MOST_STEPS) {
            done.removeFirst();
        }
        sealed = false;
    }

    /// Lets the next edit be undone alone, whatever its key.
    void seal() {
        sealed = true;
    }

    Optional<Step> lastDone() {
        return Optional.ofNullable(done.peekLast());
    }

    Optional<Step> lastUndone() {
        return Optional.ofNullable(undone.peekLast());
    }

    Optional<Workflow> undo() {
        seal();
        Step step = done.pollLast();
        if (step == null) {
            return Optional.empty();
        }
        undone.addLast(step);
        return Optional.of(step.before());
    }

    Optional<Workflow> redo() {
        seal();
        Step step = undone.pollLast();
        if (step == null) {
            return Optional.empty();
        }
        done.addLast(step);
        return Optional.of(step.after());
    }
}
