package dev.weft.editor.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.EditorFixture;
import dev.weft.editor.Screens;
import dev.weft.editor.document.Document;
import dev.weft.editor.run.NodeRun;
import dev.weft.editor.run.Preview;
import dev.weft.editor.theme.Theme;
import dev.weft.graph.SeedChange;
import dev.weft.graph.json.JsonValue;
import dev.weft.graph.json.WorkflowFile;
import dev.weft.graph.json.WorkflowFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class NodeFieldsTest {
    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private ExampleBoard board;

    @SuppressWarnings("NullAway.Init")
    private Document document;

    @Start
    void start(Stage stage) throws IOException, WorkflowFormatException {
        EditorFixture editor = EditorFixture.in(folder);
        Path example = Path.of(System.getProperty("weft.home", "../.."), "examples/style-aligned.weft.json");
        document = new Document(WorkflowFile.read(example), Optional.empty());
        board = new ExampleBoard(document, editor.runtime().nodeTypes(), editor.get(NodeViews.class));
        Scene scene = new Scene(board, 1600, 900);
        editor.get(Theme.class).apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void dragging_a_number_changes_it_and_is_undone_at_once(FxRobot robot) {
        robot.drag(place("sampler", "strength"), MouseButton.PRIMARY)
                .moveBy(20, 0)
                .moveBy(20, 0)
                .drop();
        assertThat(number("sampler", "strength")).isBetween(1.2, 1.6);
        robot.interact(document::undo);
        assertThat(document.graph().node("sampler").orElseThrow().parameters()).doesNotContainKey("strength");
    }

    @Test
    void typing_a_sum_sets_its_value(FxRobot robot) {
        robot.clickOn(place("sampler", "steps"));
        robot.write("20*1.5").type(KeyCode.ENTER);
        assertThat(number("sampler", "steps")).isEqualTo(30);
    }

    @Test
    void a_number_beyond_its_range_becomes_the_nearest_that_fits(FxRobot robot) {
        robot.clickOn(place("latent", "width"));
        robot.write("130").type(KeyCode.ENTER);
        assertThat(number("latent", "width")).isEqualTo(128);
        robot.clickOn(place("latent", "width"));
        robot.write("1").type(KeyCode.ENTER);
        assertThat(number("latent", "width")).isEqualTo(16);
    }

    @Test
    void escape_leaves_a_number_as_it_was(FxRobot robot) {
        robot.clickOn(place("sampler", "steps"));
        robot.write("77").type(KeyCode.ESCAPE);
        assertThat(number("sampler", "steps")).isEqualTo(20);
    }

    @Test
    void a_click_flips_a_switch_and_a_chip(FxRobot robot) {
        robot.clickOn(place("prompts", "one_per_line"));
        assertThat(value("prompts", "one_per_line")).hasToString("false");
        robot.clickOn(place("sampler", "adain_values"));
        assertThat(value("sampler", "adain_values")).hasToString("true");
    }

    @Test
    void a_sampler_is_chosen_by_typing_a_part_of_its_name(FxRobot robot) {
        robot.clickOn(place("sampler", "sampler"));
        robot.write("heun");
        savePopup("field-choice");
        robot.type(KeyCode.ENTER);
        assertThat(value("sampler", "sampler").toString()).contains("heun");
    }

    @Test
    void the_reference_is_chosen_among_the_prompts(FxRobot robot) {
        robot.clickOn(place("sampler", "reference_index"));
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(number("sampler", "reference_index")).isEqualTo(1);
    }

    @Test
    void a_prompt_grows_with_its_lines_and_weighs_words(FxRobot robot) {
        double before = board.view("prompts").geometry().height();
        robot.clickOn(place("prompts", "text"));
        robot.type(KeyCode.ENTER);
        robot.write("house of snow");
        robot.press(KeyCode.CONTROL).type(KeyCode.UP).type(KeyCode.UP).release(KeyCode.CONTROL);
        assertThat(value("prompts", "text").toString()).contains("house of (snow:1.1)");
        assertThat(board.view("prompts").geometry().height()).isEqualTo(before + 20);
        Screens.save(board, "field-prose-editing");
        robot.type(KeyCode.ESCAPE);
        Screens.save(board, "field-prose");
    }

    @Test
    void a_seed_can_change_after_each_run(FxRobot robot) {
        Rectangle2D seed = area("sampler", "seed");
        robot.clickOn(screen("sampler", new Point2D(seed.getMaxX() - 12, seed.getMinY() + 12)));
        savePopup("field-seed");
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(document.graph().node("sampler").orElseThrow().seedChanges())
                .containsEntry("seed", SeedChange.RANDOM);
    }

    @Test
    void a_group_folds_and_says_its_gist(FxRobot robot) {
        double before = board.view("sampler").geometry().height();
        Rectangle2D first = area("sampler", "share_attention");
        robot.clickOn(screen("sampler", new Point2D(first.getMinX() + 30, first.getMinY() - 14)));
        assertThat(board.view("sampler").geometry().height()).isLessThan(before);
        assertThat(document.graph().node("sampler").orElseThrow().look().folded())
                .contains("shared");
        Screens.save(board, "field-folded");
    }

    @Test
    void the_keyboard_goes_through_fields_and_comes_back(FxRobot robot) {
        robot.interact(() -> {
            board.requestFocus();
            assertThat(board.view("latent").enterFields()).isTrue();
        });
        robot.type(KeyCode.RIGHT);
        assertThat(number("latent", "width")).isEqualTo(136);
        robot.type(KeyCode.TAB).type(KeyCode.TAB);
        Screens.save(board, "field-focus");
        robot.write("3").type(KeyCode.ENTER);
        assertThat(number("latent", "batch_size")).isEqualTo(3);
        robot.type(KeyCode.ESCAPE);
        assertThat(board.isFocused()).isTrue();
    }

    @Test
    void the_example_is_drawn_with_its_results(FxRobot robot) {
        robot.interact(() -> {
            board.run("model", NodeRun.of(NodeRun.State.CACHED));
            for (String id : List.of("prompts", "negative", "latent", "decode")) {
                board.run(id, done(100, List.of()));
            }
            board.run("sampler", done(8900, List.of()));
            board.run("save", done(100, pictures()));
            board.shape("sampler", Map.of("positive", "×4", "negative", "×1", "latent", "4×16²"));
            board.shape("prompts", Map.of("conditioning", "×4"));
            board.shape("save", Map.of("image", "4×128²"));
            board.view("sampler").select(true);
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Screens.save(board, "example")).exists();
    }

    @Test
    void german_words_have_room(FxRobot robot) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);
            robot.interact(() -> board.run("sampler", done(8900, List.of())));
            robot.interact(board::rebuild);
            assertThat(Screens.save(board, "example-german")).exists();
        } finally {
            Locale.setDefault(before);
        }
    }

    private static NodeRun done(long milliseconds, List<Preview> previews) {
        return new NodeRun(
                NodeRun.State.DONE,
                0,
                0,
                Optional.of(Duration.ofMillis(milliseconds)),
                Optional.empty(),
                previews,
                "",
                Optional.empty());
    }

    private static List<Preview> pictures() {
        Path images = Path.of(System.getProperty("weft.home", "../.."), "docs/images");
        return IntStream.rangeClosed(1, 4)
                .<Preview>mapToObj(row -> new Preview.OfFile(images.resolve("style-aligned-" + row + ".png")))
                .toList();
    }

    private void savePopup(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        Window popup = Window.getWindows().stream()
                .filter(window -> window instanceof PopupWindow && window.isShowing())
                .findFirst()
                .orElseThrow();
        Screens.save(popup.getScene().getRoot(), name);
    }

    private Rectangle2D area(String node, String parameter) {
        return Objects.requireNonNull(board.view(node).geometry().fields().get(parameter), parameter);
    }

    private Point2D place(String node, String parameter) {
        Rectangle2D area = area(node, parameter);
        return screen(node, new Point2D(area.getMinX() + area.getWidth() / 2, area.getMinY() + 12));
    }

    private Point2D screen(String node, Point2D inside) {
        return WaitForAsyncUtils.waitForAsyncFx(
                5_000, () -> board.view(node).localToScreen(inside.getX(), inside.getY()));
    }

    private JsonValue value(String node, String parameter) {
        return Objects.requireNonNull(
                document.graph().node(node).orElseThrow().parameters().get(parameter), parameter);
    }

    private double number(String node, String parameter) {
        return Double.parseDouble(value(node, parameter).toString());
    }
}
