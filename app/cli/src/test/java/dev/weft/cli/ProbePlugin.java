package dev.weft.cli;

import dev.weft.graph.NodeTypeId;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.TypeRule;
import dev.weft.models.files.AtomicFile;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeRegistrar;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.api.Plugin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A plugin of small nodes for the tests of the command line: a text, a slow step counter, a failure, a file.
public final class ProbePlugin implements Plugin {
    private static final PortKind TEXT = new PortKind("text");

    @Override
    public void register(NodeRegistrar registrar) {
        registrar.add(new Probe(
                signature(
                        "text",
                        false,
                        new Parameter.Text("text", "hello", true, "What to say."),
                        new Parameter.Whole("count", 1, 1, 8, "How often."),
                        new Parameter.Seed("seed", 0, "Ignored."),
                        new Parameter.Decimal("scale", 1, 0, 2.5, "Ignored."),
                        new Parameter.Flag("loud", false, "In capitals."),
                        new Parameter.Choice("end", "dot", List.of("dot", "bang"), "How it ends.")),
                ProbePlugin::say));
        registrar.add(new Probe(
                signature(
                        "slow",
                        false,
                        new Parameter.Whole("steps", 5, 1, 100_000, "How many."),
                        new Parameter.Whole("milliseconds", 1, 0, 10_000, "How long each takes.")),
                ProbePlugin::count));
        registrar.add(new Probe(signature("fail", false), (inputs, context) -> {
            throw new NodeException("in", "the input does not please; try another");
        }));
        registrar.add(new Probe(signature("crash", true), (inputs, context) -> {
            throw new IllegalStateException("nobody thought of this");
        }));
        registrar.add(new Probe(
                signature("save", true, new Parameter.Text("name", "result.txt", false, "File name.")),
                ProbePlugin::save));
    }

    private static NodeOutputs say(NodeInputs inputs, NodeContext context) {
        String text =
                inputs.parameters().text("text").repeat(inputs.parameters().integer("count"));
        return NodeOutputs.of("out", text, text.length());
    }

    private static NodeOutputs count(NodeInputs inputs, NodeContext context) throws NodeException {
        int steps = inputs.parameters().integer("steps");
        CountDownLatch never = new CountDownLatch(1);
        for (int step = 1; step <= steps; step++) {
            context.cancellation().throwIfRequested();
            try {
                boolean _ = never.await(inputs.parameters().whole("milliseconds"), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new NodeException("interrupted", e);
            }
            context.progress(step, steps);
        }
        return NodeOutputs.of("out", inputs.optional("in", String.class).orElse(""), 0);
    }

    private static NodeOutputs save(NodeInputs inputs, NodeContext context) throws NodeException {
        Path file = context.outputFolder().resolve(inputs.parameters().text("name"));
        byte[] bytes = inputs.value("in", String.class).getBytes(StandardCharsets.UTF_8);
        try {
            AtomicFile.write(file, out -> out.write(bytes));
        } catch (IOException e) {
            throw new NodeException("the file cannot be written", e);
        }
        context.saved(file);
        return NodeOutputs.NONE;
    }

    private static NodeSignature signature(String path, boolean terminal, Parameter... parameters) {
        return new NodeSignature(
                new NodeTypeId("probe", path),
                1,
                "Probe " + path,
                "test",
                "For tests.",
                List.of(InputPort.optional("in", TEXT, "What comes in.")),
                terminal ? List.of() : List.of(new OutputPort("out", TEXT, "What goes out.")),
                List.of(parameters),
                terminal,
                TypeRule.NONE);
    }

    private interface Work {
        NodeOutputs run(NodeInputs inputs, NodeContext context) throws NodeException;
    }

    private record Probe(NodeSignature signature, Work work) implements NodeType {
        @Override
        public NodeOutputs execute(NodeInputs inputs, NodeContext context) throws NodeException {
            return work.run(inputs, context);
        }
    }
}
