package dev.weft.runtime.plugin;

import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.Workflow;
import dev.weft.graph.validation.Validation;
import dev.weft.graph.validation.Validator;
import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.nodes.api.Folders;
import dev.weft.runtime.RuntimeSettings;
import dev.weft.runtime.WeftRuntime;
import dev.weft.runtime.cache.CacheSettings;
import dev.weft.runtime.execution.CancellationToken;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Runtimes with the plugins of a folder, and workflows of the two nodes that [#NODES] declares.
final class TestRuntime {
    /// The body of an entry whose plugin has the id `PLUGIN`: the node type `make` gives an object of a class of the
    /// plugin, and `tell` reports the value of the Java expression `ANSWER` as the name of a file.
    private static final String NODES = """
            static final PortKind THING = new PortKind("thing");

            record Thing(String name) {}

            interface Work { NodeResult run(NodeInputs inputs, NodeContext context) throws Exception; }

            record Type(NodeSignature signature, Work work) implements NodeType {
                @Override public NodeResult execute(NodeInputs inputs, NodeContext context) throws NodeException {
                    try {
                        return work.run(inputs, context);
                    } catch (Exception e) {
                        throw new NodeException("the node failed: " + e, e);
                    }
                }
            }

            static NodeSignature named(String path) {
                return NodeSignature.of("PLUGIN:" + path, 1, path, "test", "For tests.");
            }

            @Override public void register(NodeRegistrar registrar) {
                registrar.add(new Type(
                        named("make").with(new OutputPort("thing", THING, "What was made.")),
                        (inputs, context) -> NodeOutputs.of("thing", new Thing("thing"), 10)));
                registrar.add(new Type(
                        named("tell").with(InputPort.required("thing", THING, "What to tell of.")).asTerminal(),
                        (inputs, context) -> {
                            Thing thing = inputs.value("thing", Thing.class);
                            context.saved(java.nio.file.Path.of(String.valueOf((Object) ANSWER)));
                            return NodeOutputs.NONE;
                        }));
            }
            """;

    private TestRuntime() {}

    static String nodes(String plugin, String answer) {
        return NODES.replace("PLUGIN", plugin).replace("ANSWER", answer);
    }

    static WeftRuntime start(Path folder, Duration timeLimit) {
        return WeftRuntime.start(new RuntimeSettings(
                new Folders(List.of(), folder, folder, folder.resolve("cache"), folder),
                BackendSettings.of(new BackendChoice.Automatic()),
                CacheSettings.inMemory(1 << 20),
                new PluginPath(List.of(folder), PluginTrust.ALL, timeLimit)));
    }

    /// What the plugin's node `tell` answers.
    static String answer(WeftRuntime runtime, String plugin) {
        Workflow workflow = Workflow.of(
                List.of(
                        Node.of("make", new NodeTypeId(plugin, "make"), 1, Map.of()),
                        Node.of("tell", new NodeTypeId(plugin, "tell"), 1, Map.of())),
                List.of(Link.of("make.thing", "tell.thing")));
        if (!(new Validator(runtime.nodeTypes()).validate(workflow) instanceof Validation.Valid valid)) {
            throw new AssertionError("the plugin '" + plugin + "' does not offer its nodes: " + runtime.plugins());
        }
        List<ExecutionEvent> events = new ArrayList<>();
        runtime.executor().execute(valid.plan(), new CancellationToken(), events::add);
        return events.stream()
                .filter(ExecutionEvent.FileSaved.class::isInstance)
                .map(event -> ((ExecutionEvent.FileSaved) event).file().toString())
                .findFirst()
                .orElseThrow(() -> new AssertionError(events));
    }
}
