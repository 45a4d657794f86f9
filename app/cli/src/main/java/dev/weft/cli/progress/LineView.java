package dev.weft.cli.progress;

import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.nodes.api.ExecutionEvent.ExecutionFinished;
import dev.weft.nodes.api.ExecutionEvent.ExecutionStarted;
import dev.weft.nodes.api.ExecutionEvent.FileSaved;
import dev.weft.nodes.api.ExecutionEvent.NodeBlocked;
import dev.weft.nodes.api.ExecutionEvent.NodeCached;
import dev.weft.nodes.api.ExecutionEvent.NodeExpanded;
import dev.weft.nodes.api.ExecutionEvent.NodeFailed;
import dev.weft.nodes.api.ExecutionEvent.NodeFinished;
import dev.weft.nodes.api.ExecutionEvent.NodePreview;
import dev.weft.nodes.api.ExecutionEvent.NodeProgress;
import dev.weft.nodes.api.ExecutionEvent.NodeSkipped;
import dev.weft.nodes.api.ExecutionEvent.NodeStarted;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Plain lines for logs and pipes: one for each node that is over, and one now and then while a long one works.
/// Nodes
/// that others have turned into are not counted.
public final class LineView implements Consumer<ExecutionEvent> {
    private final PrintStream out;
    private final NodeTitles titles;
    private final long quietNanoseconds;
    private final Map<String, Pace> paces = new HashMap<>();
    private final Map<String, Long> toldAt = new HashMap<>();
    private int over;

    /// @param quiet how long a node works before, and between, lines about its steps
    public LineView(PrintStream out, NodeTitles titles, Duration quiet) {
        this.out = out;
        this.titles = titles;
        this.quietNanoseconds = quiet.toNanos();
    }

    @Override
    public void accept(ExecutionEvent event) {
        switch (event) {
            case ExecutionStarted ignored -> {}
            case NodeStarted(String node) -> {
                long now = System.nanoTime();
                toldAt.put(node, now);
                paces.put(node, new Pace(now));
            }
            case NodePreview _ -> {}
            case NodeProgress(String node, int step, int steps) -> {
                long now = System.nanoTime();
                Pace pace = paces.computeIfAbsent(node, ignored -> new Pace(now));
                pace.reached(step, steps, now);
                if (now - toldAt.getOrDefault(node, now) >= quietNanoseconds && step < steps) {
                    out.println("  " + titles.of(node) + ": " + pace.described());
                    toldAt.put(node, now);
                }
            }
            case FileSaved ignored -> {}
            case NodeExpanded ignored -> {}
            case NodeCached(String node) -> close(node, "known from before");
            case NodeFinished(String node, Duration duration) -> close(node, Durations.exact(duration));
            case NodeFailed failed -> close(failed.node(), "failed");
            case NodeSkipped(String node, String because) -> close(node, "skipped, as '" + because + "' failed");
            case NodeBlocked(String node, Optional<String> message) -> close(node, message.orElse("not needed"));
            case ExecutionFinished ignored -> {}
        }
    }

    private void close(String node, String how) {
        paces.remove(node);
        toldAt.remove(node);
        if (!titles.isPlanned(node)) {
            return;
        }
        over++;
        out.println("  [" + over + "/" + titles.count() + "] " + titles.of(node) + ": " + how);
    }
}
