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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/// A line for each node that is over, and below them one that works, with a bar where it counts its steps. Of
/// several
/// that work at the same time the one is drawn of which something was heard last.
///
/// Only the last line is ever drawn again, and at most ten times a second.
public final class BarView implements Consumer<ExecutionEvent> {
    private static final long REDRAW_NANOSECONDS = 100_000_000;
    private static final String ERASE_LINE = "\r\u001b[K";
    private static final int WIDEST_TITLE = 32;
    private static final int WIDEST_BAR = 40;
    private static final int ROOM_FOR_COUNTS = 40;

    private final PrintStream out;
    private final int columns;
    private final Painter painter;
    private final NodeTitles titles;
    private final int titleWidth;
    private final Map<String, Pace> paces = new HashMap<>();
    private final SequencedMap<String, String> working = new LinkedHashMap<>();
    private long drawnAt;

    /// @param out the terminal
    /// @param columns its width
    public BarView(PrintStream out, int columns, boolean colours, boolean unicode, NodeTitles titles) {
        this.out = out;
        this.columns = columns;
        this.painter = new Painter(colours, unicode);
        this.titles = titles;
        this.titleWidth = Math.min(WIDEST_TITLE, titles.width());
    }

    @Override
    public void accept(ExecutionEvent event) {
        switch (event) {
            case ExecutionStarted ignored -> {}
            case NodeStarted(String node) -> {
                paces.put(node, new Pace(System.nanoTime()));
                draw(node, painter.working() + " " + titles.of(node));
            }
            case NodePreview _ -> {}
            case NodeProgress(String node, int step, int steps) -> progress(node, step, steps);
            case FileSaved ignored -> {}
            case NodeExpanded ignored -> {}
            case NodeCached(String node) ->
                close(node, painter.done() + " " + padded(node) + "  " + painter.faint("known from before"));
            case NodeFinished(String node, Duration duration) ->
                close(node, painter.done() + " " + padded(node) + "  " + painter.faint(Durations.exact(duration)));
            case NodeFailed failed -> close(failed.node(), painter.failed() + " " + padded(failed.node()) + "  failed");
            case NodeSkipped(String node, String because) ->
                close(
                        node,
                        painter.skipped() + " " + padded(node) + "  "
                                + painter.faint("skipped, as '" + because + "' failed"));
            case NodeBlocked(String node, Optional<String> message) ->
                close(
                        node,
                        painter.skipped() + " " + padded(node) + "  " + painter.faint(message.orElse("not needed")));
            case ExecutionFinished ignored -> {
                out.print(ERASE_LINE);
                out.flush();
            }
        }
    }

    private void progress(String node, int step, int steps) {
        long now = System.nanoTime();
        Pace pace = paces.computeIfAbsent(node, ignored -> new Pace(now));
        pace.reached(step, steps, now);
        if (now - drawnAt < REDRAW_NANOSECONDS && step < steps) {
            return;
        }
        int room = Math.min(WIDEST_BAR, columns - titleWidth - ROOM_FOR_COUNTS);
        String bar = room < 5 ? "" : painter.bar(pace.share(), room) + "  ";
        draw(node, painter.working() + " " + padded(node) + "  " + bar + pace.described());
        drawnAt = now;
    }

    private void draw(String node, String line) {
        working.putLast(node, line);
        out.print(ERASE_LINE + "  " + line);
        out.flush();
    }

    private void close(String node, String line) {
        paces.remove(node);
        working.remove(node);
        if (titles.isPlanned(node)) {
            out.print(ERASE_LINE + "  " + line + System.lineSeparator());
        }
        if (!working.isEmpty()) {
            out.print(ERASE_LINE + "  " + working.lastEntry().getValue());
        }
        out.flush();
    }

    private String padded(String node) {
        String title = titles.of(node);
        return title.length() > titleWidth
                ? title.substring(0, titleWidth)
                : title + " ".repeat(titleWidth - title.length());
    }
}
