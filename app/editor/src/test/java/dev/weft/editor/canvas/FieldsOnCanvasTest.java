package dev.weft.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.Screens;
import dev.weft.editor.canvas.model.PlacedNode;
import dev.weft.editor.document.Item;
import dev.weft.graph.json.JsonValue;
import dev.weft.graph.json.WorkflowFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
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

@ExtendWith(ApplicationExtension.class)
final class FieldsOnCanvasTest {
    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private CanvasStage stage;

    @Start
    void start(Stage window) throws IOException, WorkflowFormatException {
        stage = new CanvasStage(folder, window, CanvasStage.example("style-aligned"));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void a_click_in_a_field_sets_it_and_selects_its_node(FxRobot robot) {
        robot.clickOn(field("prompts", "one_per_line"));
        assertThat(value("prompts", "one_per_line")).isEqualTo("false");
        assertThat(stage.document.selection().contains(new Item.OfNode("prompts")))
                .isTrue();
    }

    @Test
    void dragging_a_number_leaves_the_node_where_it_is(FxRobot robot) {
        PlacedNode before = placed("sampler");
        robot.drag(field("sampler", "strength"), MouseButton.PRIMARY)
                .moveBy(-25, 0)
                .moveBy(-25, 0)
                .drop();
        assertThat(Double.parseDouble(value("sampler", "strength"))).isBetween(0.3, 0.9);
        assertThat(placed("sampler").x()).isEqualTo(before.x());
    }

    @Test
    void what_is_typed_in_a_field_does_nothing_to_the_canvas(FxRobot robot) {
        robot.clickOn(field("prompts", "text"));
        robot.type(KeyCode.END);
        robot.write(" . p q");
        robot.type(KeyCode.BACK_SPACE).type(KeyCode.ESCAPE);
        assertThat(value("prompts", "text")).endsWith(" . p ");
        assertThat(stage.document.graph().node("prompts").orElseThrow().look().pinned())
                .isFalse();
        stage.settle();
        Screens.save(stage.board(), "fields-on-canvas");
    }

    private PlacedNode placed(String id) {
        return stage.board().drawing().node(id).orElseThrow();
    }

    private Point2D field(String id, String parameter) {
        stage.settle();
        PlacedNode node = placed(id);
        Rectangle2D area = Objects.requireNonNull(node.geometry().fields().get(parameter), parameter);
        return stage.screen(node.x() + area.getMinX() + area.getWidth() / 2, node.y() + area.getMinY() + 12);
    }

    private String value(String id, String parameter) {
        Optional<JsonValue> value = Optional.ofNullable(
                stage.document.graph().node(id).orElseThrow().parameters().get(parameter));
        return value.map(JsonValue::toString).orElse("").replaceAll("^\"|\"$", "");
    }
}
