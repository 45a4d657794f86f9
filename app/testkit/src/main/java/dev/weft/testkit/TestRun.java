package dev.weft.testkit;

import dev.weft.graph.PortAddress;
import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.nodes.api.ExecutionEvent.FileSaved;
import dev.weft.nodes.api.ExecutionEvent.NodeFailed;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What came of a workflow.
///
/// @param problems why it was not run, one sentence each; none if it was
/// @param events all that happened
/// @param kept values by output
public record TestRun(List<String> problems, List<ExecutionEvent> events, Map<PortAddress, List<Object>> kept) {
    /// Takes copies.
    public TestRun {
        problems = List.copyOf(problems);
        events = List.copyOf(events);
        kept = Map.copyOf(kept);
    }

    /// The value that an output gave.
    ///
    /// @param output written `node.port`
    /// @throws AssertionError if it gave none, several, or one of another class; the message says why
    public <T> T output(String output, Class<T> type) {
        List<T> values = outputs(output, type);
        if (values.size() != 1) {
            throw new AssertionError(
                    "The output '" + output + "' gave " + values.size() + " values; ask for its outputs.");
        }
        return values.getFirst();
    }

    /// The values that an output gave: the items of a list, or one for each time that its node ran.
    ///
    /// @param output written `node.port`
    /// @throws AssertionError if it gave none, or one of another class; the message says why
    public <T> List<T> outputs(String output, Class<T> type) {
        List<Object> values = kept.getOrDefault(PortAddress.parse(output), List.of());
        if (values.isEmpty()) {
            throw new AssertionError("The output '" + output + "' gave nothing; " + reason(output));
        }
        for (Object value : values) {
            if (!type.isInstance(value)) {
                throw new AssertionError("The output '" + output + "' gave a "
                        + value.getClass().getName() + ", not a " + type.getName() + ".");
            }
        }
        return values.stream().map(type::cast).toList();
    }

    /// What a node said of its failure, if it failed.
    public Optional<String> failure(String node) {
        return failures()
                .filter(failed -> failed.node().equals(node))
                .map(NodeFailed::message)
                .findFirst();
    }

    /// Files that were written, in order.
    public List<Path> savedFiles() {
        return events.stream()
                .filter(FileSaved.class::isInstance)
                .map(event -> ((FileSaved) event).file())
                .toList();
    }

    private Stream<NodeFailed> failures() {
        return events.stream().filter(NodeFailed.class::isInstance).map(NodeFailed.class::cast);
    }

    private String reason(String output) {
        if (!problems.isEmpty()) {
            return "the workflow cannot run: " + String.join(" ", problems);
        }
        List<String> failed = failures()
                .map(failure -> "the node '" + failure.node() + "' failed: " + failure.message())
                .toList();
        if (!failed.isEmpty()) {
            return String.join(" ", failed);
        }
        return kept.containsKey(PortAddress.parse(output))
                ? "it gave an empty list, or was blocked."
                : "say keep(\"" + output + "\") before the workflow runs.";
    }
}
