package dev.weft.runtime.execution;

import dev.weft.graph.types.ParameterValues;
import dev.weft.nodes.api.Cancellation;
import dev.weft.nodes.api.ExecutionEvent.FileSaved;
import dev.weft.nodes.api.ExecutionEvent.NodePreview;
import dev.weft.nodes.api.ExecutionEvent.NodeProgress;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeGraph;
import dev.weft.nodes.api.PreviewPicture;
import dev.weft.runtime.cache.SavedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The surroundings of one node while it runs for one item.
final class RunContext implements NodeContext {
    private final Task task;
    private final int item;
    private final int items;
    private final ExecutionSurroundings surroundings;
    private final Queue<Path> saved = new ConcurrentLinkedQueue<>();

    /// @param item which item it runs for, counted from 0
    /// @param items for how many it runs
    RunContext(Task task, int item, int items, ExecutionSurroundings surroundings) {
        this.task = task;
        this.item = item;
        this.items = items;
        this.surroundings = surroundings;
    }

    /// The files that the node has reported, as they are now.
    List<SavedFile> files() {
        return saved.stream().map(SavedFile::of).toList();
    }

    @Override
    public String node() {
        return task.id;
    }

    @Override
    public NodeGraph graph() {
        return surroundings.graph();
    }

    @Override
    public Cancellation cancellation() {
        return surroundings.stop();
    }

    @Override
    public void progress(int step, int steps) {
        surroundings.announcer().tell(new NodeProgress(task.id, item * steps + step, items * steps));
    }

    @Override
    public boolean previewing() {
        return surroundings.previewing();
    }

    @Override
    public void preview(List<PreviewPicture> pictures) {
        if (surroundings.previewing()) {
            surroundings.announcer().tell(new NodePreview(task.id, pictures));
        }
    }

    @Override
    public void saved(Path file) {
        saved.add(file);
        surroundings.announcer().tell(new FileSaved(task.id, file));
    }

    @Override
    public Path outputFolder() {
        return surroundings.folders().output();
    }

    @Override
    public String workflow() {
        return surroundings.workflowText();
    }

    @Override
    public Map<String, ParameterValues> upstream() {
        return ExecutionSurroundings.upstream(task);
    }
}
