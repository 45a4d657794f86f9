package dev.weft.nodes.api.record;

import dev.weft.graph.types.ParameterValues;
import dev.weft.nodes.api.Cancellation;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeGraph;
import java.nio.file.Path;
import java.util.Map;

/// For nodes that ask nothing of their host.
enum NoContext implements NodeContext {
    INSTANCE;

    @Override
    public String node() {
        return "alone";
    }

    @Override
    public NodeGraph graph() {
        throw new AssertionError("there is no graph");
    }

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
