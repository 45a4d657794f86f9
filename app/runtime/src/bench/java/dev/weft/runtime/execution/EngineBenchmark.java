package dev.weft.runtime.execution;

import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.validation.Plan;
import dev.weft.graph.validation.Validation;
import dev.weft.graph.validation.Validator;
import dev.weft.nodes.api.Folders;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.api.Outcome;
import dev.weft.runtime.cache.CacheSettings;
import dev.weft.runtime.cache.ResultCache;
import dev.weft.runtime.cache.ValueFormats;
import dev.weft.runtime.observation.Observation;
import dev.weft.runtime.observer.Observers;
import dev.weft.runtime.plugin.NodeTypes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What the engine costs beside the nodes: 10,000 that add two numbers, with nothing known before and with everything.
///
/// Bounds: 200 ms with nothing known, which is 50,000 nodes a second, and 100 ms with everything.
///
/// Run on a machine with nothing else to do:
/// `./mvnw -q -Pbench-engine -pl app/runtime -am process-test-classes`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class EngineBenchmark {
    private static final int NODES = 10_000;
    private static final int LAYER = 100;
    private static final NodeTypes TYPES = NodeTypes.of(new Add("add", false), new Add("end", true));

    /// How the nodes are linked: each to the one before; or to two of the hundred before; or not at all.
    @Param({"chain", "layers", "wide"})
    public String shape = "";

    private @Nullable Plan plan;
    private @Nullable Executor cold;
    private @Nullable Executor warm;

    @Setup(Level.Trial)
    public void plan() {
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            int ends = switch (shape) {
                case "chain" -> {
                    link(links, i - 1, i, "a");
                    yield 1;
                }
                case "layers" -> {
                    link(links, i - LAYER, i, "a");
                    link(links, i % LAYER == 0 ? -1 : i - LAYER - 1, i, "b");
                    yield LAYER;
                }
                default -> NODES;
            };
            String type = i < NODES - ends ? "add" : "end";
            nodes.add(Node.of("n" + i, new NodeTypeId("bench", type), 1, Map.of("number", JsonNumber.of(i))));
        }
        Validation validation = new Validator(TYPES).validate(Workflow.of(nodes, links));
        if (!(validation instanceof Validation.Valid valid)) {
            throw new IllegalStateException(validation.toString());
        }
        plan = valid.plan();
        warm = executor();
        run(warm);
    }

    @Setup(Level.Invocation)
    public void forget() {
        cold = executor();
    }

    @Benchmark
    public Outcome nothingKnown() {
        return run(cold);
    }

    @Benchmark
    public Outcome everythingKnown() {
        return run(warm);
    }

    private Outcome run(@Nullable Executor executor) {
        Outcome outcome = Objects.requireNonNull(executor)
                .execute(Objects.requireNonNull(plan), new CancellationToken(), event -> {});
        if (outcome != Outcome.DONE) {
            throw new IllegalStateException(outcome.toString());
        }
        return outcome;
    }

    private static void link(List<Link> links, int from, int to, String port) {
        if (from >= 0) {
            links.add(Link.of("n" + from + ".value", "n" + to + "." + port));
        }
    }

    private static Executor executor() {
        Folders folders = new Folders(List.of(), Path.of("output"), Path.of(""), Path.of("cache"), Path.of("data"));
        ResultCache cache = new ResultCache(CacheSettings.inMemory(1L << 28), new ValueFormats(), folders);
        return new Executor(TYPES, cache, folders, new Observation(), new Observers());
    }

    private static final class Add implements NodeType {
        private final NodeSignature signature;

        Add(String path, boolean terminal) {
            NodeSignature add = NodeSignature.of("bench:" + path, 1, "Add", "bench", "Adds two numbers and one more.")
                    .with(InputPort.optional("a", PortKind.WHOLE, "A number."))
                    .with(InputPort.optional("b", PortKind.WHOLE, "Another."))
                    .with(new OutputPort("value", PortKind.WHOLE, "Their sum."))
                    .with(new Parameter.Whole("number", 0, 0, NODES, "One more."));
            signature = terminal ? add.asTerminal() : add;
        }

        @Override
        public NodeSignature signature() {
            return signature;
        }

        @Override
        public NodeOutputs execute(NodeInputs inputs, NodeContext context) throws NodeException {
            long sum = inputs.parameters().whole("number")
                    + inputs.optional("a", Long.class).orElse(0L)
                    + inputs.optional("b", Long.class).orElse(0L);
            return NodeOutputs.of("value", sum, Long.BYTES);
        }
    }
}
