package dev.weft.runtime.profile;

import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.Workflow;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.validation.Plan;
import dev.weft.graph.validation.Validation;
import dev.weft.graph.validation.Validator;
import dev.weft.models.backend.ModelUse;
import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.nodes.api.Outcome;
import dev.weft.runtime.observation.ExecutionWork;
import dev.weft.runtime.observation.NodeWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A measurement whose every time is known, in milliseconds from the beginning: nodes `load`, `encode`, `draw`
/// and `save` in a chain, and `spare`, which only `save` needs.
final class Measured {
    static final Thread MAIN = new Thread("main of the test");
    static final Thread WORKER = new Thread("worker");
    private static final Thread OPENER = new Thread("opening unet");
    private static final long BEGAN = 5_000_000_000L;

    private final List<NodeWork> nodes = new ArrayList<>();
    private final List<Use> uses = new ArrayList<>();
    private final Map<String, Fates> fates = new HashMap<>();

    /// The execution takes from 10 to 1010; `spare` is cached.
    static Profile profile() {
        Measured measured = new Measured();
        measured.node("load", MAIN, 20, 120);
        measured.node("encode", WORKER, 150, 250);
        measured.node("draw", MAIN, 260, 860);
        measured.node("save", MAIN, 900, 1000);
        measured.use(ModelUse.Kind.OPENING, "starter/text_encoder/model.onnx", WORKER, 160, 200);
        measured.use(ModelUse.Kind.RUNNING, "starter/text_encoder/model.onnx", WORKER, 200, 240);
        // In a thread of its own, begun before the node that waits for it.
        measured.use(ModelUse.Kind.OPENING, "starter/unet/model.onnx", OPENER, 210, 360);
        measured.use(ModelUse.Kind.RUNNING, "starter/unet/model.onnx", MAIN, 370, 570);
        measured.use(ModelUse.Kind.RUNNING, "starter/unet/model.onnx", MAIN, 570, 820);
        // Opened for nobody.
        measured.use(ModelUse.Kind.OPENING, "starter/vae/model.onnx", OPENER, 400, 500);
        Fates fates = new Fates();
        for (String node : List.of("load", "encode", "draw", "save")) {
            fates.note(new ExecutionEvent.NodeFinished(node, Duration.ZERO));
        }
        fates.note(new ExecutionEvent.NodeCached("spare"));
        measured.fates.put("e1", fates);
        ExecutionWork execution = new ExecutionWork("e1", plan(), Outcome.DONE, MAIN, at(10), at(1010));
        return new Profile(BEGAN, List.of(execution), measured.nodes, measured.uses, measured.fates);
    }

    private void node(String id, Thread thread, long start, long end) {
        nodes.add(new NodeWork("e1", id, NodeTypeId.parse("test:" + id), false, thread, at(start), at(end)));
    }

    private void use(ModelUse.Kind kind, String model, Thread thread, long start, long end) {
        uses.add(new Use(new ModelUse(kind, model, at(start), at(end)), thread));
    }

    private static long at(long milliseconds) {
        return BEGAN + milliseconds * 1_000_000;
    }

    static Plan plan() {
        List<NodeSignature> types = List.of(
                type("load"),
                type("encode"),
                type("draw"),
                type("spare"),
                type("save").asTerminal());
        NodeCatalog catalog = new NodeCatalog() {
            @Override
            public Optional<NodeSignature> find(NodeTypeId id) {
                return types.stream().filter(type -> type.id().equals(id)).findFirst();
            }

            @Override
            public List<NodeSignature> all() {
                return types;
            }
        };
        Workflow workflow = Workflow.of(
                types.stream()
                        .map(type -> Node.of(type.id().path(), type.id(), 1, Map.of()))
                        .toList(),
                List.of(
                        Link.of("load.out", "encode.a"),
                        Link.of("encode.out", "draw.a"),
                        Link.of("draw.out", "save.a"),
                        Link.of("spare.out", "save.b")));
        return ((Validation.Valid) new Validator(catalog).validate(workflow)).plan();
    }

    private static NodeSignature type(String path) {
        return NodeSignature.of("test:" + path, 1, "The " + path, "test", "For tests.")
                .with(InputPort.optional("a", PortKind.IMAGE, "An input."))
                .with(InputPort.optional("b", PortKind.IMAGE, "An input."))
                .with(new OutputPort("out", PortKind.IMAGE, "An output."));
    }
}
