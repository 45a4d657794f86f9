package dev.weft.cli.progress;

import dev.weft.graph.json.JsonArray;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonObject;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One JSON object a line, for programs. The form is documented in `docs/command-line.md`; keys are only ever
/// added.
public final class JsonView {
    private final PrintStream out;
    private final String file;

    /// @param file the workflow file, which every line names
    public JsonView(PrintStream out, String file) {
        this.out = out;
        this.file = file;
    }

    /// A workflow cannot be read, or cannot run.
    public void problem(String message) {
        write("problem", Map.of("message", new JsonString(message)));
    }

    /// What happened, with the titles of the nodes.
    public void event(ExecutionEvent event, NodeTitles titles) {
        switch (event) {
            case ExecutionStarted(int nodes) -> write("execution_started", Map.of("nodes", JsonNumber.of(nodes)));
            case NodeStarted(String node) -> write("node_started", named(node, titles));
            case NodeCached(String node) -> write("node_cached", named(node, titles));
            case NodePreview _ -> {}
            case NodeProgress(String node, int step, int steps) -> {
                Map<String, JsonValue> members = named(node, titles);
                members.put("step", JsonNumber.of(step));
                members.put("steps", JsonNumber.of(steps));
                write("node_progress", members);
            }
            case FileSaved(String node, Path path) -> {
                Map<String, JsonValue> members = named(node, titles);
                members.put("path", new JsonString(path.toString()));
                write("file_saved", members);
            }
            case NodeFinished(String node, Duration duration) -> {
                Map<String, JsonValue> members = named(node, titles);
                members.put("seconds", seconds(duration));
                write("node_finished", members);
            }
            case NodeFailed failed -> {
                Map<String, JsonValue> members = named(failed.node(), titles);
                failed.port().ifPresent(port -> members.put("port", new JsonString(port)));
                members.put("message", new JsonString(failed.message()));
                write("node_failed", members);
            }
            case NodeSkipped(String node, String because) -> {
                Map<String, JsonValue> members = named(node, titles);
                members.put("because", new JsonString(because));
                write("node_skipped", members);
            }
            case NodeExpanded(String node, String shown, List<String> nodes) -> {
                Map<String, JsonValue> members = named(node, titles);
                members.put("shown", new JsonString(shown));
                members.put(
                        "nodes",
                        new JsonArray(
                                nodes.stream().<JsonValue>map(JsonString::new).toList()));
                write("node_expanded", members);
            }
            case NodeBlocked(String node, Optional<String> message) -> {
                Map<String, JsonValue> members = named(node, titles);
                message.ifPresent(text -> members.put("message", new JsonString(text)));
                write("node_blocked", members);
            }
            case ExecutionFinished finished -> {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                members.put("outcome", new JsonString(finished.outcome().name().toLowerCase(Locale.ROOT)));
                members.put("seconds", seconds(finished.duration()));
                write("execution_finished", members);
            }
        }
    }

    private static Map<String, JsonValue> named(String node, NodeTitles titles) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("node", new JsonString(node));
        members.put("title", new JsonString(titles.of(node)));
        return members;
    }

    private static JsonNumber seconds(Duration duration) {
        return new JsonNumber(String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9));
    }

    private void write(String event, Map<String, JsonValue> details) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("event", new JsonString(event));
        members.put("file", new JsonString(file));
        members.putAll(details);
        out.println(new JsonObject(members));
        out.flush();
    }
}
