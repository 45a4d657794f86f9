package dev.weft.runtime.execution;

import dev.weft.graph.types.ParameterValues;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.runtime.cache.Fingerprint;
import dev.weft.runtime.cache.Identity;
import dev.weft.runtime.cache.SavedFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One node of one execution: what it is, which never changes, and where it stands, which only the coordinating
/// thread reads and writes.
final class Task {
    /// Where a task stands.
    enum Phase {
        /// Nobody has asked for it.
        UNWANTED,
        /// It waits for the identities of its inputs, to look whether its result is known.
        IDENTIFYING,
        /// It has to run and waits for the values of its inputs.
        COLLECTING,
        /// It can run.
        READY,
        /// It runs.
        RUNNING,
        /// It has turned into other tasks and waits for them.
        EXPANDED,
        /// The identities of its outputs are known, its values are not at hand.
        KNOWN,
        /// Its values are at hand.
        DONE,
        /// It has failed, or does not run because another has.
        LOST
    }

    /// A task that waits for another, as long as it has not begun to wait for something else.
    record Waiter(Task task, int epoch) {
        boolean live() {
            return task.epoch == epoch;
        }
    }

    final String id;
    final String shown;
    final int number;
    final int distance;
    final boolean target;
    final Shape shape;
    final ParameterValues parameters;
    final Map<String, Wire> wires;
    final Optional<Task> parent;

    Phase phase = Phase.UNWANTED;
    boolean valueWanted;
    boolean holding;
    boolean told;
    boolean started;
    boolean decided;
    int epoch;
    int waiting;
    int readers;
    long startedAt;
    final List<Waiter> identityWaiters = new ArrayList<>(2);
    final List<Waiter> valueWaiters = new ArrayList<>(2);
    Set<String> asked = Set.of();
    final List<Waiter> twins = new ArrayList<>(0);
    List<SavedFile> files = List.of();

    @Nullable
    List<ParameterValues> settings;

    @Nullable
    String marker;

    @Nullable
    Fingerprint key;

    @Nullable
    Map<String, Identity> identities;

    @Nullable
    NodeOutputs outputs;

    @Nullable
    Growth growth;

    @Nullable
    String lostTo;

    /// @param id its id in this execution
    /// @param shown id of the document's node as part of which it is shown
    /// @param number counts up in the order in which tasks came to be
    /// @param distance how many nodes away the nearest end is
    /// @param target whether it is wanted for its own sake
    /// @param parameters those that are not linked
    /// @param wires by name of the input or parameter
    /// @param parent the task that turned into this one among others
    Task(
            String id,
            String shown,
            int number,
            int distance,
            boolean target,
            Shape shape,
            ParameterValues parameters,
            Map<String, Wire> wires,
            Optional<Task> parent) {
        this.id = id;
        this.shown = shown;
        this.number = number;
        this.distance = distance;
        this.target = target;
        this.shape = shape;
        this.parameters = parameters;
        this.wires = wires;
        this.parent = parent;
    }

    /// Whether the input is worked out only when asked for, and was not.
    boolean postpones(String input) {
        return !asked.contains(input) && shape.isLazy(input);
    }

    /// Adds to the lazy inputs that are worked out.
    ///
    /// @return whether one of them is linked and was not asked for before
    boolean ask(Set<String> names) {
        Set<String> more = new HashSet<>(asked);
        for (String name : names) {
            if (wires.containsKey(name) && shape.isLazy(name)) {
                more.add(name);
            }
        }
        boolean any = more.size() > asked.size();
        asked = more;
        return any;
    }

    /// Forgets whom it waited for.
    void waitAnew() {
        epoch++;
        waiting = 0;
    }

    /// Waits for one more.
    void await(List<Waiter> waiters) {
        waiting++;
        waiters.add(new Waiter(this, epoch));
    }

    @Override
    public String toString() {
        return id + " " + phase;
    }
}
