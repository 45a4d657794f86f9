package dev.weft.runtime.execution;

import dev.weft.graph.PortAddress;
import dev.weft.graph.validation.Plan;
import dev.weft.graph.validation.PlannedNode;
import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.nodes.api.ExecutionEvent.ExecutionFinished;
import dev.weft.nodes.api.ExecutionEvent.ExecutionStarted;
import dev.weft.nodes.api.ExecutionEvent.NodeCached;
import dev.weft.nodes.api.ExecutionEvent.NodeFailed;
import dev.weft.nodes.api.ExecutionEvent.NodeFinished;
import dev.weft.nodes.api.ExecutionEvent.NodeSkipped;
import dev.weft.nodes.api.ExecutionEvent.NodeStarted;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.api.Outcome;
import dev.weft.runtime.plugin.NodeTypes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/// One run of one plan. Used once, by one thread; only the cancellation is shared with others.
final class Execution {
    private final Plan plan;
    private final NodeTypes types;
    private final ResultCache cache;
    private final CancellationToken cancellation;
    private final Consumer<ExecutionEvent> listener;
    private final ExecutionSurroundings surroundings;
    private final Map<String, Fingerprint> fingerprints = new HashMap<>();
    private final Demand demand;
    private boolean anyFailed;

    Execution(
            Plan plan,
            NodeTypes types,
            ResultCache cache,
            Folders folders,
            CancellationToken cancellation,
            Consumer<ExecutionEvent> listener) {
        this.plan = plan;
        this.types = types;
        this.cache = cache;
        this.cancellation = cancellation;
        this.listener = listener;
        this.surroundings = new ExecutionSurroundings(plan, folders, cancellation, listener);
        plan.nodes().forEach(this::takeFingerprint);
        this.demand = new Demand(plan, fingerprints, cache);
    }

    Outcome run() {
        long start = System.nanoTime();
        listener.accept(new ExecutionStarted(plan.nodes().size()));
        Outcome outcome = runNodes();
        listener.accept(new ExecutionFinished(outcome, since(start)));
        return outcome;
    }

    private Outcome runNodes() {
        for (PlannedNode node : plan.nodes()) {
            if (cancellation.requested()) {
                return Outcome.CANCELLED;
            }
            String id = node.id();
            Optional<String> cause = demand.lostTo(node);
            if (cause.isPresent()) {
                listener.accept(new NodeSkipped(id, cause.get()));
            } else if (!demand.wants(node)) {
                listener.accept(new NodeCached(id));
            } else if (!reuse(node) && !work(node)) {
                return Outcome.CANCELLED;
            }
        }
        return anyFailed ? Outcome.FAILED : Outcome.DONE;
    }

    /// Takes the result of an equal node that has worked since the run began.
    private boolean reuse(PlannedNode node) {
        if (node.signature().terminal()) {
            return false;
        }
        Optional<NodeOutputs> outputs =
                Optional.ofNullable(fingerprints.get(node.id())).flatMap(cache::find);
        outputs.ifPresent(result -> {
            listener.accept(new NodeCached(node.id()));
            demand.done(node, result);
        });
        return outputs.isPresent();
    }

    /// Runs a node; false if it stopped because that was asked for.
    private boolean work(PlannedNode node) {
        String id = node.id();
        long start = System.nanoTime();
        listener.accept(new NodeStarted(id));
        NodeOutputs outputs;
        try {
            if (!(type(node).execute(inputs(node), surroundings.of(node)) instanceof NodeOutputs given)) {
                throw new NodeException("it turned into more nodes, which this version cannot run; update Weft");
            }
            outputs = given;
            checkComplete(node, outputs);
        } catch (NodeException e) {
            return failedOrCancelled(node, e.port(), String.valueOf(e.getMessage()), e);
        } catch (CancellationException e) {
            return failedOrCancelled(node, Optional.empty(), Failure.unexpected(e), e);
        } catch (OutOfMemoryError e) {
            return failedOrCancelled(node, Optional.empty(), Failure.outOfMemory(), e);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            return failedOrCancelled(node, Optional.empty(), Failure.unexpected(e), e);
        }
        Fingerprint fingerprint = fingerprints.get(id);
        if (fingerprint != null && !node.signature().terminal()) {
            cache.put(fingerprint, outputs);
        }
        demand.done(node, outputs);
        listener.accept(new NodeFinished(id, since(start)));
        return true;
    }

    private boolean failedOrCancelled(PlannedNode node, Optional<String> port, String message, Throwable reason) {
        if (cancellation.requested()) {
            return false;
        }
        String id = node.id();
        // The logger is looked up here, as a run without failures needs none.
        if (!(reason instanceof NodeException) || reason.getCause() != null) {
            LoggerFactory.getLogger(Execution.class).error("node '{}' failed", id, reason);
        }
        anyFailed = true;
        demand.failed(node);
        listener.accept(new NodeFailed(id, port, message));
        return true;
    }

    private NodeType type(PlannedNode node) {
        return types.type(node.signature().id())
                .orElseThrow(() -> new IllegalArgumentException(
                        "the plan has a node of type " + node.signature().id() + ", which this runtime does not know"));
    }

    private NodeInputs inputs(PlannedNode node) throws NodeException {
        Map<String, Object> values = new HashMap<>();
        node.inputs().forEach((port, source) -> {
            NodeOutputs outputs = demand.result(source.node())
                    .orElseThrow(() -> new IllegalStateException("the result of node '" + source.node()
                            + "' was released before node '" + node.id() + "' read it"));
            Object value = outputs.values().get(source.port());
            if (value != null) {
                values.put(port, value);
            }
        });
        return LinkedParameters.inputs(node, values);
    }

    private static void checkComplete(PlannedNode node, NodeOutputs outputs) throws NodeException {
        for (String port : node.outputs().keySet()) {
            if (!outputs.values().containsKey(port)) {
                throw new NodeException(
                        port,
                        "the output '" + port + "' was given no value, which is a fault of plugin '"
                                + node.signature().id().namespace() + "'; update it");
            }
        }
    }

    /// A node whose change marker cannot be told has no fingerprint and is not cached; nor is what depends on
    /// it.
    private void takeFingerprint(PlannedNode node) {
        Map<String, Fingerprint.Source> sources = new HashMap<>();
        for (Map.Entry<String, PortAddress> input : node.inputs().entrySet()) {
            Fingerprint source = fingerprints.get(input.getValue().node());
            if (source == null) {
                return;
            }
            sources.put(
                    input.getKey(),
                    new Fingerprint.Source(source, input.getValue().port()));
        }
        try {
            String marker = type(node).changeMarker(node.parameters());
            fingerprints.put(node.id(), Fingerprint.of(node.signature(), node.parameters(), marker, sources));
        } catch (RuntimeException | LinkageError e) {
            LoggerFactory.getLogger(Execution.class).info("no change marker for node '{}'", node.id(), e);
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
