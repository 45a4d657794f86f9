package dev.weft.editor.node;

import dev.weft.editor.run.NodeRun;
import dev.weft.editor.run.NodeRun.State;
import dev.weft.graph.Look;
import dev.weft.graph.Mode;
import dev.weft.graph.Node;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonValue;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.PortKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

/// The sheet of all states, kinds and fields, as the visual design has it.
final class PartsSheet {
    static final NodeSignature DECODE = NodeSignature.of("core:vae_decode", 1, "VAE Decode", "latent", "Decodes.")
            .with(InputPort.required("latent", PortKind.LATENT, "What to decode."))
            .with(InputPort.required("vae", PortKind.VAE, "The autoencoder."))
            .with(new OutputPort("image", PortKind.IMAGE, "The pictures."))
            .with(new Parameter.Whole("tile_above", 104, 0, 256, "Above which size to tile."));

    private final NodeViews views;
    private final Pane pane = new Pane();

    PartsSheet(NodeViews views) {
        this.views = views;
        pane.setPrefSize(1440, 900);
    }

    Pane build() {
        states();
        kinds();
        fields();
        return pane;
    }

    private void states() {
        heading("Node states", 32, 28);
        List<String> names = List.of(
                "Idle",
                "Hover",
                "Selected",
                "Running",
                "Waiting",
                "Done",
                "From the cache",
                "Failed",
                "Not run",
                "Muted",
                "Bypassed",
                "Plugin missing");
        for (int i = 0; i < names.size(); i++) {
            double x = 32 + i % 6 * 232;
            double y = 88 + i / 6 * 176;
            caption(names.get(i), x, y - 13);
            NodeView view = place(model(names.get(i)), x, y);
            view.select(names.get(i).equals("Selected"));
            if (names.get(i).equals("Hover")) {
                view.lookup(".node-body").pseudoClassStateChanged(PseudoClass.getPseudoClass("hover"), true);
            }
        }
    }

    private static NodeModel model(String state) {
        Node node = decode().withMode(
                        state.equals("Muted") ? Mode.MUTED : state.equals("Bypassed") ? Mode.BYPASSED : Mode.ACTIVE);
        NodeRun run = switch (state) {
            case "Running" -> run(State.RUNNING, 12, 20, Optional.empty());
            case "Waiting" -> NodeRun.of(State.WAITING);
            case "Done" -> run(State.DONE, 0, 0, Optional.of(Duration.ofMillis(520)));
            case "From the cache" -> NodeRun.of(State.CACHED);
            case "Failed" -> NodeRun.of(State.FAILED);
            case "Not run" -> NodeRun.of(State.NOT_RUN);
            default -> NodeRun.IDLE;
        };
        return model(node, DECODE, run)
                .withSignature(state.equals("Plugin missing") ? Optional.empty() : Optional.of(DECODE));
    }

    private static NodeRun run(State state, int step, int steps, Optional<Duration> took) {
        return new NodeRun(state, step, steps, took, Optional.empty(), List.of(), "", Optional.empty());
    }

    private static Node decode() {
        Look look = Look.USUAL.withSize(Optional.of(JsonNumber.of(184)), Optional.empty());
        return Node.of("decode", DECODE.id(), 1, Map.of())
                .withTitle("VAE Decode")
                .withLook(look);
    }

    private static NodeModel model(Node node, NodeSignature type, NodeRun run) {
        return new NodeModel(
                node, Optional.of(type), Set.of("latent"), Set.of("image"), Map.of("image", "4×128²"), List.of(), run);
    }

    private void kinds() {
        heading("Port types", 32, 436);
        List<String> names = List.of(
                "model",
                "clip",
                "vae",
                "conditioning",
                "latent",
                "image",
                "style",
                "controlnet",
                "report",
                "text",
                "mask",
                "depth");
        for (int i = 0; i < names.size(); i++) {
            double x = 40 + i % 6 * 120;
            double y = 496 + i / 6 * 64;
            for (boolean connected : new boolean[] {true, false}) {
                PortGlyph glyph = new PortGlyph(new PortKind(names.get(i)), connected);
                glyph.setLayoutX(connected ? x + 8 : x + 28);
                glyph.setLayoutY(y);
                pane.getChildren().add(glyph);
            }
            caption(names.get(i), x + 44, y);
        }
    }

    private void fields() {
        heading("Fields", 32, 652);
        NodeSignature type = NodeSignature.of("test:fields", 1, "Fields", "test", "All fields.")
                .with(new Parameter.Decimal("strength", 1, 0, 2, "Strength."))
                .with(new Parameter.Whole("steps", 20, 1, 1000, "Steps."))
                .with(new Parameter.Seed("seed", 10, "Seed."))
                .with(new Parameter.Choice("sampler", "ddim", List.of("ddim", "euler"), "Sampler."))
                .with(new Parameter.Flag("one_per_line", true, "One."));
        NodeSignature more = NodeSignature.of("core:load_image", 1, "More fields", "test", "All fields.")
                .with(new Parameter.Text("colour", "#7C3AED", false, "Colour."))
                .with(new Parameter.Text("image", "heart.png", false, "Picture."))
                .with(new Parameter.Whole("batch_size", 1, 1, 4, "Batch."))
                .with(new Parameter.Whole("width", 512, 1, 4000, "Width."))
                .with(new Parameter.Text("text", "a (crown:1.2) of gold", true, "Text."));
        place(fieldModel(type, Map.of()), 32, 692);
        place(fieldModel(more, Map.of("batch_size", JsonNumber.of(9))), 264, 692);
        NodeModel collapsed = model(decode().withLook(decode().look().withCollapsed(true)), DECODE, NodeRun.IDLE);
        place(collapsed, 520, 692);
        place(
                model(decode().withLook(decode().look().withColor("purple").withPinned(true)), DECODE, NodeRun.IDLE),
                520,
                744);
        NodeRun failed = new NodeRun(
                State.FAILED,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "The prompt has 4 lines, but Batch is 3. Set Batch to 4, or take one line away.",
                Optional.empty());
        place(model(decode(), DECODE, failed), 752, 672);
        for (Detail detail : List.of(Detail.REDUCED, Detail.SHELL)) {
            NodeModel done = model("Done");
            NodeView view = place(done, detail == Detail.SHELL ? 1208 : 984, 692);
            view.detail(detail, detail == Detail.SHELL ? 0.6 : 1);
        }
    }

    private static NodeModel fieldModel(NodeSignature type, Map<String, JsonValue> values) {
        return new NodeModel(
                Node.of("fields", type.id(), 1, values),
                Optional.of(type),
                Set.of("width"),
                Set.of(),
                Map.of(),
                List.of(),
                NodeRun.IDLE);
    }

    private NodeView place(NodeModel model, double x, double y) {
        NodeView view = views.open(
                new dev.weft.editor.document.Document(dev.weft.graph.Workflow.EMPTY, Optional.empty()), model);
        view.relocate(x, y);
        pane.getChildren().add(view);
        return view;
    }

    private void heading(String words, double x, double y) {
        Text text = new Text(x, y, words);
        text.setStyle("-fx-font-family: 'Inter SemiBold'; -fx-font-size: 16px; -fx-fill: -weft-text;");
        pane.getChildren().add(text);
    }

    private void caption(String words, double x, double y) {
        Text text = dev.weft.editor.node.field.Layer.words(words, x, y, "node-caption");
        pane.getChildren().add(text);
    }
}
