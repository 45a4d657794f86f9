package dev.weft.runtime.execution;

import dev.weft.nodes.api.Blocked;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.runtime.cache.CacheRun;
import dev.weft.runtime.cache.SavedFile;
import dev.weft.runtime.cache.Trace;
import dev.weft.runtime.execution.Task.Phase;
import dev.weft.runtime.execution.Task.Waiter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Decides which tasks have to run. Used by the coordinating thread alone.
///
/// It pulls from the ends: a task first asks for the identities of its inputs, which a trace from an earlier run can
/// give without any value. Only if its own result is not known does it ask for values. So what a known result came
/// from is not looked at, and a node that ran again and gave the same as before stops the re-running below it.
/// Everything is iterative and linear in the number of links.
final class Demand {
    private final CacheRun results;
    private final Keys keys;
    private final Story story;
    private final Deque<Task> open = new ArrayDeque<>();
    private final Twins twins = new Twins();
    private final Losses losses;
    private final Needs needs;

    Demand(CacheRun results, Keys keys, Story story) {
        this.results = results;
        this.keys = keys;
        this.story = story;
        this.losses = new Losses(story, open);
        this.needs = new Needs(losses, open);
    }

    /// Wants a task's work done, whether somebody reads its values or not.
    void want(Task task) {
        needs.want(task);
    }

    /// Goes as far as it can without anything running.
    void settle() {
        for (Task task = open.poll(); task != null; task = open.poll()) {
            switch (task.phase) {
                case IDENTIFYING -> identify(task);
                case COLLECTING -> collect(task);
                case EXPANDED -> assemble(task);
                case KNOWN -> {
                    if (task.readers > 0 && task.valueWanted) {
                        fetch(task);
                    } else if (task.readers == 0) {
                        losses.close(task);
                    }
                }
                case UNWANTED, READY, RUNNING, DONE, LOST -> {}
            }
        }
    }

    /// A task has asked for lazy inputs; it is looked at again when their identities are known.
    void asked(Task task) {
        task.phase = Phase.IDENTIFYING;
        open.add(task);
        losses.wake(task.twins);
    }

    /// A task has given its values.
    void done(Task task, NodeOutputs outputs, Trace.Given given) {
        task.outputs = outputs;
        task.identities = given.outputs();
        task.files = given.files();
        task.told = true;
        finish(task);
    }

    /// A task has turned into others.
    void expanded(Task task, Growth growth) {
        task.growth = growth;
        task.phase = Phase.EXPANDED;
        growth.wires().forEach(losses::hold);
        growth.added().stream().filter(added -> added.target).forEach(this::want);
        open.add(task);
    }

    /// A task has failed, which has been told.
    void failed(Task task) {
        task.told = true;
        losses.lose(task, task.id);
    }

    /// A task does not run because of what it was given.
    void block(Task task, Optional<String> message) {
        story.blocked(task, message);
        task.told = true;
        task.key = null;
        // They find out for themselves, and tell.
        losses.wake(task.twins);
        task.outputs = new NodeOutputs(Harvest.blocked(task.shape), 0);
        task.identities = Map.of();
        finish(task);
    }

    private void finish(Task task) {
        task.phase = Phase.DONE;
        losses.wake(task.identityWaiters);
        losses.wake(task.valueWaiters);
        for (Waiter twin : task.twins) {
            if (twin.live()) {
                share(task, twin.task());
            }
        }
        losses.release(task);
        if (task.readers == 0) {
            task.outputs = null;
            task.phase = Phase.KNOWN;
        }
    }

    /// Gives what one task gave to an equal one.
    private void share(Task task, Task twin) {
        twin.waitAnew();
        twin.identities = task.identities;
        twin.files = task.files;
        twin.outputs = task.outputs;
        losses.tellCached(twin);
        finish(twin);
    }

    private void identify(Task task) {
        if (!needs.has(task, false) || blocks(task, Wires.blocked(task, true))) {
            return;
        }
        try {
            task.key = keys.of(task).orElse(null);
        } catch (NodeException e) {
            story.failed(task, e.port(), String.valueOf(e.getMessage()));
            failed(task);
            return;
        }
        lookUp(task);
    }

    private void lookUp(Task task) {
        Optional<Trace> trace = Optional.ofNullable(task.key).flatMap(results::trace);
        switch (trace.orElse(null)) {
            case Trace.Demanded demanded
            when task.ask(demanded.inputs()) -> {
                open.add(task);
                return;
            }
            case Trace.Given given
            when given.files().stream().allMatch(SavedFile::unchanged) -> {
                task.identities = given.outputs();
                task.files = given.files();
                task.phase = Phase.KNOWN;
                losses.wake(task.identityWaiters);
                open.add(task);
                return;
            }
            case null, default -> {}
        }
        begin(task);
    }

    /// Has a task run, unless an equal one does already.
    private void begin(Task task) {
        Optional<Task> equal = twins.of(task);
        if (equal.isPresent()) {
            task.waitAnew();
            task.await(equal.get().twins);
        } else {
            task.phase = Phase.COLLECTING;
            open.add(task);
        }
    }

    private void fetch(Task task) {
        Optional<NodeOutputs> outputs = Optional.ofNullable(task.key).flatMap(results::find);
        if (outputs.isPresent()) {
            losses.tellCached(task);
            task.outputs = outputs.get();
            finish(task);
        } else {
            begin(task);
        }
    }

    private void collect(Task task) {
        losses.hold(task);
        if (needs.has(task, true) && !blocks(task, Wires.blocked(task, false))) {
            task.phase = Phase.READY;
            story.ready(task);
        }
    }

    private void assemble(Task task) {
        Growth growth = Objects.requireNonNull(task.growth);
        if (needs.has(task, growth.wires())) {
            NodeOutputs outputs = growth.collected(task.shape);
            story.assembled(task, outputs);
        }
    }

    /// Blocks the task if something that arrives tells it to.
    private boolean blocks(Task task, Optional<Blocked> blocked) {
        blocked.ifPresent(block -> block(task, block.message()));
        return blocked.isPresent();
    }
}
