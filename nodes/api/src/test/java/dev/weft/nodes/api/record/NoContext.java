package dev.weft.nodes.api.record;

import dev.weft.graph.types.ParameterValues;
import dev.weft.nodes.api.Cancellation;
import dev.weft.nodes.api.NodeContext;
import java.nio.file.Path;
import java.util.Map;

/// For nodes that ask nothing of their host.
enum NoContext implements NodeContext {
    INSTANCE;

    @Override
    public Cancellation cancellation() {
        throw new AssertionError("not asked for");
    }

    @Override
    public void progress(int step, int steps) {
        throw new AssertionError("not asked for");
    }

    @Override
    public void saved(Path file) {
        throw new AssertionError("not asked for");
    }

    @Override
    public Path outputFolder() {
        throw new AssertionError("not asked for");
    }

    @Override
    public String workflow() {
        throw new AssertionError("not asked for");
    }

    @Override
    public Map<String, ParameterValues> upstream() {
        throw new AssertionError("not asked for");
    }
}
