package dev.weft.nodes.core.sampling;

import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.StopSignal;
import dev.weft.nodes.api.Cancellation;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;

/// Runs models on behalf of a node: they stop when the node is cancelled, and their failures are the node's.
public final class ModelRun {
    private ModelRun() {}

    /// Work that calls models.
    @FunctionalInterface
    public interface Work<T> {
        /// Does the work, handing `stop` to every model call.
        T run(StopSignal stop) throws NodeException;
    }

    /// Does `work` in a node's context.
    ///
    /// @throws NodeException if a model fails
    /// @throws java.util.concurrent.CancellationException if the node is cancelled
    public static <T> T in(NodeContext context, Work<T> work) throws NodeException {
        StopSignal stop = new StopSignal();
        try (Cancellation.Handle _ = context.cancellation().onRequest(stop::stop)) {
            return work.run(stop);
        } catch (ModelException e) {
            throw NodeException.of(e);
        }
    }
}
