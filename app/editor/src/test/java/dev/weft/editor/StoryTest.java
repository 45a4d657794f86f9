package dev.weft.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.document.Document;
import dev.weft.editor.node.NodeGeometry;
import dev.weft.editor.node.NodeView;
import dev.weft.editor.run.RunState;
import dev.weft.editor.window.EditorWindow;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.Workflow;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What somebody does in their first minutes, by mouse and keyboard alone.
@ExtendWith(ApplicationExtension.class)
final class StoryTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private EditorFixture editor;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @SuppressWarnings("NullAway.Init")
    private Document document;

    @Start
    void start(Stage shown) {
        stage = shown;
        editor = EditorFixture.in(folder);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1440);
        stage.setHeight(900);
        editor.get(EditorWindow.class).show(shown);
        document = new Document(Workflow.EMPTY, Optional.empty());
        editor.get(Workspace.class).open(document);
    }

    @AfterEach
    void stop() {
        editor.close();
    }

    @Test
    void from_an_empty_canvas_to_a_picture_and_back_to_nothing(FxRobot robot) throws Exception {
        add(robot, "load model", 240, 160);
        add(robot, "text encode", 480, 160);
        add(robot, "empty latent", 480, 480);
        add(robot, "ksampler", 760, 160);
        add(robot, "vae decode", 1040, 160);
        add(robot, "save image", 1040, 420);
        assertThat(document.graph().nodes())
                .extracting(Node::id)
                .containsExactly("load_model", "text_encode", "empty_latent", "sample", "vae_decode", "save_image");

        Screens.save(stage.getScene().getRoot(), "story-nodes");
        wire(robot, "load_model", "clip", "text_encode", "clip");
        wire(robot, "load_model", "model", "sample", "model");
        wire(robot, "text_encode", "conditioning", "sample", "positive");
        wire(robot, "text_encode", "conditioning", "sample", "negative");
        wire(robot, "empty_latent", "latent", "sample", "latent");
        wire(robot, "sample", "latent", "vae_decode", "latent");
        wire(robot, "load_model", "vae", "vae_decode", "vae");
        wire(robot, "vae_decode", "image", "save_image", "image");
        assertThat(document.graph().links())
                .extracting(Link::toString)
                .containsExactlyInAnyOrder(
                        "load_model.clip → text_encode.clip",
                        "load_model.model → sample.model",
                        "text_encode.conditioning → sample.positive",
                        "text_encode.conditioning → sample.negative",
                        "empty_latent.latent → sample.latent",
                        "sample.latent → vae_decode.latent",
                        "load_model.vae → vae_decode.vae",
                        "vae_decode.image → save_image.image");

        set(robot, "empty_latent", "width", "128");
        set(robot, "empty_latent", "height", "64*2");
        set(robot, "sample", "steps", "4");
        robot.clickOn(field("text_encode", "text"));
        robot.write("a red house, marker drawing");
        robot.type(KeyCode.ESCAPE);
        Screens.save(stage.getScene().getRoot(), "story-built");
        Workflow built = document.graph();

        shortcut(robot, KeyCode.ENTER);
        RunState runs = editor.get(RunState.class);
        WaitForAsyncUtils.waitFor(
                120,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(
                        10_000, () -> !runs.finished().isEmpty()));
        assertThat(runs.finished().getFirst().message()).isEmpty();
        assertThat(runs.finished().getFirst().pictures())
                .singleElement()
                .satisfies(picture -> assertThat(picture).exists());
        Screens.save(stage.getScene().getRoot(), "story-run");
        assertThat(document.graph().nodes()).isEqualTo(built.nodes());

        robot.clickOn(stage.getX() + 700, stage.getY() + 800);
        while (!document.undoNameProperty().get().isEmpty()) {
            shortcut(robot, KeyCode.Z);
        }
        assertThat(document.graph().withView(Optional.empty())).isEqualTo(Workflow.EMPTY);
    }

    private void add(FxRobot robot, String words, double x, double y) {
        robot.moveTo(stage.getX() + x, stage.getY() + y);
        robot.doubleClickOn(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        int before = document.graph().nodes().size();
        robot.write(words);
        WaitForAsyncUtils.waitForFxEvents();
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(document.graph().nodes()).as(words).hasSize(before + 1);
    }

    private void wire(FxRobot robot, String from, String output, String to, String input) throws Exception {
        Point2D start = port(from, output, true);
        Point2D end = port(to, input, false);
        robot.moveTo(start);
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(start.midpoint(end));
        robot.moveTo(end);
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void set(FxRobot robot, String node, String parameter, String words) throws Exception {
        robot.clickOn(field(node, parameter));
        robot.write(words);
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void shortcut(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL).press(key).release(key).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Point2D field(String node, String parameter) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> view(node).isPresent());
        NodeView view = view(node).orElseThrow();
        Rectangle2D area = Objects.requireNonNull(view.geometry().fields().get(parameter), parameter);
        return view.localToScreen(area.getMinX() + area.getWidth() / 2, area.getMinY() + 12);
    }

    private Point2D port(String node, String name, boolean output) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> view(node).isPresent());
        NodeView view = view(node).orElseThrow();
        NodeGeometry geometry = NodeGeometry.of(view.model());
        Point2D centre = Objects.requireNonNull((output ? geometry.outputs() : geometry.inputs()).get(name), name);
        return view.localToScreen(centre);
    }

    private Optional<NodeView> view(String node) {
        return stage.getScene().getRoot().lookupAll(".node").stream()
                .filter(NodeView.class::isInstance)
                .map(NodeView.class::cast)
                .filter(view -> view.model().node().id().equals(node))
                .findFirst();
    }
}
