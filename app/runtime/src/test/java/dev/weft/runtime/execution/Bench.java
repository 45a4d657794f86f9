package dev.weft.runtime.execution;

import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import dev.weft.graph.validation.Validation;
import dev.weft.graph.validation.Validator;
import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.api.Outcome;
import dev.weft.runtime.cache.CacheSettings;
import dev.weft.runtime.cache.ResultCache;
import dev.weft.runtime.cache.ValueFormats;
import dev.weft.runtime.observation.Observation;
import dev.weft.runtime.plugin.NodeTypes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/// An executor with a few node types: `sum` adds up, `keep` is an end that remembers what it was given.
final class Bench {
    final TestNode sum = TestNode.summing("sum");
    final List<Long> kept = new CopyOnWriteArrayList<>();
    final TestNode keep = TestNode.ending("keep", (inputs, context) -> {
        kept.add(TestNode.sum(inputs) - inputs.parameters().whole("number"));
        return NodeOutputs.NONE;
    });
    final List<ExecutionEvent> events = new ArrayList<>();
    Consumer<ExecutionEvent> onEvent = event -> {};
    final CancellationToken cancellation = new CancellationToken();
    final Observation observation = new Observation();
    private final NodeTypes types;
    private final Executor executor;

    Bench(NodeType... more) {
        this(CacheSettings.inMemory(1 << 20), more);
    }

    Bench(CacheSettings settings, NodeType... more) {
        this(folders -> new ResultCache(settings, new ValueFormats(), folders), Path.of("cache"), more);
    }

    Bench(Function<Folders, ResultCache> cache, Path cacheFolder, NodeType... more) {
        NodeType[] all = new NodeType[more.length + 2];
        all[0] = sum;
        all[1] = keep;
        System.arraycopy(more, 0, all, 2, more.length);
        types = NodeTypes.of(all);
        Folders folders = new Folders(List.of(), Path.of("output"), Path.of(""), cacheFolder, Path.of("data"));
        executor = new Executor(types, cache.apply(folders), folders, observation);
    }

    private Bench(Bench other) {
        types = other.types;
        executor = other.executor;
    }

    /// Another with the same executor.
    Bench sharing() {
        return new Bench(this);
    }

    static Node node(String id, String type) {
        return Node.of(id, new NodeTypeId("test", type), 1, Map.of());
    }

    static Node node(String id, String type, long number) {
        Map<String, JsonValue> parameters = Map.of("number", JsonNumber.of(number));
        return Node.of(id, new NodeTypeId("test", type), 1, parameters);
    }

    static Node node(String id, String type, String parameter, String text) {
        return Node.of(id, new NodeTypeId("test", type), 1, Map.of(parameter, new JsonString(text)));
    }

    /// The ids of the nodes that ran, in the order in which they began.
    List<String> ran() {
        return story().stream()
                .filter(line -> line.startsWith("started "))
                .map(line -> line.substring("started ".length()))
                .toList();
    }

    /// The only failure.
    ExecutionEvent.NodeFailed failure() {
        List<ExecutionEvent.NodeFailed> failures = events.stream()
                .filter(ExecutionEvent.NodeFailed.class::isInstance)
                .map(ExecutionEvent.NodeFailed.class::cast)
                .toList();
        if (failures.size() != 1) {
            throw new AssertionError(events);
        }
        return failures.getFirst();
    }

    /// Runs the nodes, wired by links written `from>to` without the name of the output: `one>two.a`.
    Outcome run(List<Node> nodes, String... wires) {
        return run(workflow -> new Validator(types).validate(workflow), nodes, wires);
    }

    /// Runs only what the chosen ends need.
    Outcome runOnly(List<String> ends, List<Node> nodes, String... wires) {
        return run(workflow -> new Validator(types).validate(workflow, ends), nodes, wires);
    }

    private Outcome run(Function<Workflow, Validation> check, List<Node> nodes, String... wires) {
        events.clear();
        kept.clear();
        List<Link> links = new ArrayList<>();
        for (String wire : wires) {
            int arrow = wire.indexOf('>');
            links.add(Link.of(wire.substring(0, arrow) + ".value", wire.substring(arrow + 1)));
        }
        Validation validation = check.apply(Workflow.of(nodes, links));
        if (!(validation instanceof Validation.Valid valid)) {
            throw new AssertionError(validation);
        }
        return executor.execute(valid.plan(), cancellation, event -> {
            events.add(event);
            onEvent.accept(event);
        });
    }

    /// The events in short: `started one`, `finished one`, without those of the whole run.
    List<String> story() {
        List<String> story = new ArrayList<>();
        for (ExecutionEvent event : events) {
            switch (event) {
                case ExecutionEvent.NodeStarted(String node) -> story.add("started " + node);
                case ExecutionEvent.NodeCached(String node) -> story.add("cached " + node);
                case ExecutionEvent.NodeProgress(String node, int step, int steps) ->
                    story.add("progress " + node + " " + step + "/" + steps);
                case ExecutionEvent.FileSaved(String node, Path file) -> story.add("saved " + node + " " + file);
                case ExecutionEvent.NodeFinished(String node, Duration ignored) -> story.add("finished " + node);
                case ExecutionEvent.NodeFailed failed -> story.add("failed " + failed.node());
                case ExecutionEvent.NodeSkipped(String node, String because) ->
                    story.add("skipped " + node + " because of " + because);
                case ExecutionEvent.NodeExpanded expanded -> story.add("expanded " + expanded.node());
                case ExecutionEvent.NodeBlocked blocked -> story.add("blocked " + blocked.node());
                case ExecutionEvent.NodePreview ignored -> {}
                case ExecutionEvent.ExecutionStarted ignored -> {}
                case ExecutionEvent.ExecutionFinished ignored -> {}
            }
        }
        return story;
    }
}
