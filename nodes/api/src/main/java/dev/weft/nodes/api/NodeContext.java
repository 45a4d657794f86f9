package dev.weft.nodes.api;

import dev.weft.graph.types.ParameterValues;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What a running node can ask of its host. Any thread may use it while the node runs.
public interface NodeContext {
    /// The running node's id.
    String node();

    /// The graph in which the node runs.
    NodeGraph graph();

    /// Whether the run is to stop. Long-running nodes look at each step.
    Cancellation cancellation();

    /// Reports that `step` of `steps` steps are done.
    void progress(int step, int steps);

    /// Whether somebody wants to see pictures of work that is not finished. A node that could show some looks
    /// here
    /// first, as they take time.
    default boolean previewing() {
        return false;
    }

    /// Shows pictures of work that is not finished, one a row of the batch, in place of those that it showed
    /// before.
    /// They should be small, and quick to make in comparison with a step.
    default void preview(List<PreviewPicture> pictures) {}

    /// Reports a file that this node has written.
    void saved(Path file);

    /// The folder below which output files are written. It exists or can be made.
    Path outputFolder();

    /// The workflow that is being run, as the text of a `.weft.json` file, to be kept in output files.
    String workflow();

    /// The parameters of every node that this node's inputs come from, directly or not, by node id in plan
    /// order.
    Map<String, ParameterValues> upstream();
}
