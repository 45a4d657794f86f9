package dev.weft.runtime.execution;

import dev.weft.graph.types.ParameterValues;
import dev.weft.nodes.api.Blocked;
import dev.weft.nodes.api.Expansion;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeResult;
import dev.weft.runtime.cache.CacheRun;
import dev.weft.runtime.cache.SavedFile;
import dev.weft.runtime.cache.Trace;
import dev.weft.runtime.observation.CurrentWork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;

/// One node at work, in whatever thread it works in.
///
/// @param inputs what it is run with
/// @param contexts what it is told of its surroundings, by item
/// @param execution of which execution it is a node
record NodeRun(Task task, Mapping inputs, CacheRun results, IntFunction<RunContext> contexts, CurrentWork execution) {
    /// Called in the thread that coordinates the execution.
    ///
    /// @param task one that can run
    static NodeRun of(Task task, CacheRun results, ExecutionSurroundings surroundings) {
        Map<String, Object> arrived = new HashMap<>();
        Set<String> lacking = new HashSet<>();
        for (Map.Entry<String, Wire> wire : task.wires.entrySet()) {
            if (task.postpones(wire.getKey())) {
                lacking.add(wire.getKey());
            } else {
                arrived.put(wire.getKey(), Wires.value(wire.getValue()));
            }
        }
        List<ParameterValues> settings = Objects.requireNonNull(task.settings);
        Mapping inputs = new Mapping(task.shape, arrived, settings, lacking);
        return new NodeRun(
                task,
                inputs,
                results,
                item -> new RunContext(task, item, inputs.count(), surroundings),
                CurrentWork.execution());
    }

    /// Whether it has lazy inputs that it was not asked about.
    boolean mustAsk() {
        return !task.decided && inputs.lacksAny();
    }

    /// How it went.
    sealed interface End {
        /// It wants these lazy inputs before it runs.
        record Asks(Set<String> inputs) implements End {}

        /// It gave values.
        record Gives(NodeOutputs outputs, Trace.Given given) implements End {}

        /// It turned into more nodes, at least for some items.
        record Grows(List<NodeResult> parts, boolean mapped, List<SavedFile> files) implements End {}

        /// It did not run, as all items are blocked.
        record Blocks(Optional<String> message) implements End {}

        /// It failed, or was stopped.
        record Fails(Optional<String> port, String message, Throwable reason) implements End {}
    }

    /// Asks the node which lazy inputs it wants.
    End ask() {
        return guarded(() -> {
            Set<String> names = new HashSet<>();
            for (int item = 0; item < inputs.count(); item++) {
                if (inputs.blocked(item).isEmpty()) {
                    names.addAll(task.shape.type().demand(inputs.inputs(item), contexts.apply(item)));
                }
            }
            return new End.Asks(names);
        });
    }

    /// Runs the node.
    End run() {
        return execution.run(task.id, task.shape.signature().id(), this::work, end -> end instanceof End.Fails);
    }

    private End work() {
        return guarded(() -> {
            List<NodeResult> parts = new ArrayList<>();
            List<SavedFile> files = new ArrayList<>();
            Optional<Blocked> block = Optional.empty();
            boolean anyRan = inputs.count() == 0;
            boolean grows = false;
            for (int item = 0; item < inputs.count(); item++) {
                Optional<Blocked> blocked = inputs.blocked(item);
                if (blocked.isPresent()) {
                    block = block.filter(first -> first.message().isPresent()).or(() -> blocked);
                    parts.add(new NodeOutputs(Harvest.blocked(task.shape), 0));
                    continue;
                }
                anyRan = true;
                RunContext context = contexts.apply(item);
                context.cancellation().throwIfRequested();
                NodeResult result = task.shape.type().execute(inputs.inputs(item), context);
                if (result instanceof NodeOutputs outputs) {
                    Harvest.check(outputs, task.shape);
                }
                grows |= result instanceof Expansion;
                parts.add(result);
                files.addAll(context.files());
            }
            if (!anyRan) {
                return new End.Blocks(block.flatMap(Blocked::message));
            }
            return grows ? new End.Grows(parts, inputs.mapped(), files) : gives(parts, files);
        });
    }

    private End gives(List<NodeResult> parts, List<SavedFile> files) {
        NodeOutputs outputs;
        if (!inputs.mapped() && task.shape.lists().isEmpty() && parts.getFirst() instanceof NodeOutputs only) {
            outputs = only;
        } else {
            List<Map<String, Object>> values = new ArrayList<>();
            long bytes = 0;
            for (NodeResult part : parts) {
                if (part instanceof NodeOutputs given) {
                    values.add(Harvest.declared(given.values(), task.shape));
                    bytes += given.byteSize();
                }
            }
            outputs = new NodeOutputs(Harvest.merged(values, inputs.mapped(), task.shape), bytes);
        }
        return new End.Gives(outputs, results.keep(Optional.ofNullable(task.key), outputs, files));
    }

    private static End guarded(Work work) {
        try {
            return work.go();
        } catch (NodeException e) {
            return new End.Fails(e.port(), String.valueOf(e.getMessage()), e);
        } catch (OutOfMemoryError e) {
            return new End.Fails(Optional.empty(), Failure.outOfMemory(), e);
        } catch (CancellationException e) {
            return new End.Fails(Optional.empty(), Failure.unexpected(e), e);
        } catch (RuntimeException | Error e) {
            return new End.Fails(Optional.empty(), Failure.unexpected(e), e);
        }
    }

    @FunctionalInterface
    private interface Work {
        End go() throws NodeException;
    }
}
