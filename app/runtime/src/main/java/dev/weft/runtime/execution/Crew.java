package dev.weft.runtime.execution;

import dev.weft.nodes.api.Cancellation;
import dev.weft.nodes.api.Load;
import java.util.function.Consumer;

/// What all executions of a runtime share to run nodes with.
///
/// @param slots how many nodes may still begin
/// @param workers the threads
/// @param quickTypes which node types are not worth another thread
record Crew(Slots slots, Workers workers, QuickTypes quickTypes) {
    /// As many nodes at once as there are processor cores, of those that run models one.
    static Crew ofMachine() {
        return new Crew(new Slots(Runtime.getRuntime().availableProcessors(), 1), new Workers(), new QuickTypes());
    }

    /// Runs a node in this thread.
    NodeRun.End work(NodeRun run, boolean asks) {
        if (asks) {
            return run.ask();
        }
        long start = System.nanoTime();
        NodeRun.End end = run.run();
        quickTypes.took(run.task().shape.signature().id(), System.nanoTime() - start);
        return end;
    }

    /// Runs a node, for which there is a slot, in another thread and gives the slot back.
    ///
    /// @param stop interrupts a node that waits
    /// @param whenOver is given how it went, in that thread
    void handOver(NodeRun run, boolean asks, Cancellation stop, Consumer<NodeRun.End> whenOver) {
        Load load = run.task().shape.load();
        workers.run(load, () -> {
            NodeRun.End end;
            Thread self = Thread.currentThread();
            try (Cancellation.Handle _ = load == Load.WAITS ? stop.onRequest(self::interrupt) : () -> {}) {
                end = work(run, asks);
            }
            slots.give(load);
            whenOver.accept(end);
        });
    }
}
