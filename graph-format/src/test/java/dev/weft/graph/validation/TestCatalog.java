package dev.weft.graph.validation;

import dev.weft.graph.NodeTypeId;
import dev.weft.graph.types.Extent;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.TypeRule;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Node types like those of the plugins `core` and `stylealigned`, for the examples among the test resources.
record TestCatalog(List<NodeSignature> all) implements NodeCatalog {
    static final TestCatalog STANDARD = new TestCatalog(List.of(
            signature("core:load_model", List.of(), outputs("model", "clip", "vae"), List.of(text("model"))),
            signature(
                    "core:text_encode",
                    inputs("clip"),
                    outputs("conditioning"),
                    List.of(text("text"), new Parameter.Flag("one_per_line", false, "Whether a line is a picture."))),
            new NodeSignature(
                    NodeTypeId.parse("core:empty_latent"),
                    1,
                    "Empty Latent",
                    "test",
                    "Makes an empty latent.",
                    List.of(),
                    outputs("latent"),
                    List.of(
                            new Parameter.Whole("width", 512, 16, 4096, 8, "Width."),
                            new Parameter.Whole("height", 512, 16, 4096, 8, "Height."),
                            new Parameter.Whole("batch_size", 1, 1, 64, "Pictures.")),
                    false,
                    query -> TypeRule.Typing.of(Map.of(
                            "latent",
                            Extent.of(
                                    query.parameters().integer("batch_size"),
                                    query.parameters().integer("width"),
                                    query.parameters().integer("height"))))),
            new NodeSignature(
                    NodeTypeId.parse("stylealigned:shared_attention_sampler"),
                    2,
                    "Shared Attention Sampler",
                    "test",
                    "Samples.",
                    List.of(
                            input("model", PortKind.MODEL),
                            input("positive", PortKind.CONDITIONING),
                            input("negative", PortKind.CONDITIONING),
                            input("latent", PortKind.LATENT),
                            InputPort.optional("style", PortKind.STYLE, "The style.")),
                    outputs("latent"),
                    List.of(
                            new Parameter.Seed("seed", 0, "Seed."),
                            new Parameter.Whole("steps", 20, 1, 1000, "Steps."),
                            new Parameter.Decimal("cfg", 5, 0, 100, "Guidance."),
                            new Parameter.Choice("sampler", "ddim", List.of("ddim", "euler", "heun"), "Sampler."),
                            new Parameter.Flag("share_attention", true, "Whether to share."),
                            new Parameter.Decimal("style_scale", 1, -10, 10, "Scale.")),
                    false,
                    TestCatalog::sampling),
            signature("core:vae_decode", inputs("vae", "latent"), outputs("image"), List.of()),
            terminal(signature("core:save_image", inputs("image"), List.of(), List.of(text("filename_prefix"))))));

    /// Wants at most as many pictures as 4, and tells the extent of its latent.
    private static TypeRule.Typing sampling(TypeRule.Query query) {
        Extent latent = query.extent("latent");
        OptionalInt batch = latent.batch();
        if (batch.isPresent() && batch.getAsInt() > 4) {
            return new TypeRule.Typing(
                    Map.of(),
                    List.of(new TypeRule.Mismatch(
                            "latent", batch.getAsInt() + " pictures are too many", "set batch_size to at most 4")));
        }
        return TypeRule.Typing.of(Map.of("latent", latent));
    }

    @Override
    public Optional<NodeSignature> find(NodeTypeId id) {
        return all.stream().filter(signature -> signature.id().equals(id)).findFirst();
    }

    /// This catalogue and one more node type.
    TestCatalog with(NodeSignature more) {
        return new TestCatalog(Stream.concat(all.stream(), Stream.of(more))
                .sorted(Comparator.comparing(NodeSignature::id))
                .toList());
    }

    /// A node type of version 1 without a rule.
    static NodeSignature signature(
            String id, List<InputPort> inputs, List<OutputPort> outputs, List<Parameter> parameters) {
        return new NodeSignature(
                NodeTypeId.parse(id), 1, id, "test", "For tests.", inputs, outputs, parameters, false, TypeRule.NONE);
    }

    /// The same node type as an end in itself.
    static NodeSignature terminal(NodeSignature signature) {
        return new NodeSignature(
                signature.id(),
                signature.version(),
                signature.title(),
                signature.category(),
                signature.description(),
                signature.inputs(),
                signature.outputs(),
                signature.parameters(),
                true,
                signature.typeRule());
    }

    static InputPort input(String name, PortKind kind) {
        return InputPort.required(name, kind, "An input.");
    }

    private static List<InputPort> inputs(String... kinds) {
        return List.of(kinds).stream()
                .map(kind -> input(kind, new PortKind(kind)))
                .toList();
    }

    private static List<OutputPort> outputs(String... kinds) {
        return List.of(kinds).stream()
                .map(kind -> new OutputPort(kind, new PortKind(kind), "An output."))
                .toList();
    }

    private static Parameter text(String name) {
        return new Parameter.Text(name, "", false, "A text.");
    }
}
