package dev.weft.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weft.editor.canvas.model.Sight;
import dev.weft.editor.document.Item;
import dev.weft.editor.edit.Places;
import dev.weft.graph.Link;
import dev.weft.graph.PortAddress;
import java.nio.file.Path;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
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

@ExtendWith(ApplicationExtension.class)
final class GesturesTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private CanvasStage canvas;

    @Start
    void start(Stage stage) throws Exception {
        canvas = new CanvasStage(folder, stage, CanvasStage.example("style-aligned"));
    }

    @AfterEach
    void close() {
        canvas.close();
    }

    @Test
    void a_click_on_a_node_selects_it_and_a_click_beside_it_selects_nothing(FxRobot robot) {
        robot.clickOn(canvas.head("latent"));
        assertThat(canvas.document.selection().items()).containsExactly(new Item.OfNode("latent"));
        robot.clickOn(canvas.screen(100, 330));
        assertThat(canvas.document.selection().items()).isEmpty();
    }

    @Test
    void a_node_is_dragged_by_its_head_and_lands_on_the_grid_in_one_step(FxRobot robot) {
        Point2D before = Places.of(canvas.document.graph().node("latent").orElseThrow());
        drag(robot, canvas.head("latent"), canvas.head("latent").add(37, 90));
        Point2D after = Places.of(canvas.document.graph().node("latent").orElseThrow());
        double zoom = canvas.board().sight().zoom();
        assertThat(after.getX() - before.getX()).isCloseTo(37 / zoom, within(8.0));
        assertThat(after.getY() - before.getY()).isCloseTo(90 / zoom, within(8.0));
        canvas.act(canvas.document::undo);
        assertThat(Places.of(canvas.document.graph().node("latent").orElseThrow()))
                .isEqualTo(before);
        assertThat(canvas.document.undoNameProperty().get()).isEmpty();
    }

    @Test
    void a_marquee_selects_what_it_touches(FxRobot robot) {
        drag(robot, canvas.screen(10, 330), canvas.screen(230, 560));
        assertThat(canvas.document.selection().items()).containsExactly(new Item.OfNode("latent"));
    }

    @Test
    void a_wire_is_dragged_from_an_output_to_an_input(FxRobot robot) {
        canvas.act(() -> canvas.document.perform(dev.weft.editor.edit.Wires.disconnect(
                PortAddress.parse("latent.latent"), PortAddress.parse("sampler.latent"))));
        drag(
                robot,
                canvas.port("latent", "latent", true),
                canvas.port("sampler", "latent", false).add(9, 7));
        assertThat(canvas.document.graph().links()).contains(Link.of("latent.latent", "sampler.latent"));
    }

    @Test
    void the_end_of_a_wire_that_is_dragged_off_its_input_and_dropped_on_nothing_takes_the_wire_away(FxRobot robot) {
        drag(robot, canvas.port("negative", "clip", false), canvas.screen(150, 330));
        assertThat(canvas.document.graph().links()).doesNotContain(Link.of("model.clip", "negative.clip"));
    }

    @Test
    void a_wire_does_not_connect_to_a_port_of_another_kind(FxRobot robot) {
        int links = canvas.document.graph().links().size();
        drag(robot, canvas.port("latent", "latent", true), canvas.port("prompts", "clip", false));
        assertThat(canvas.document.graph().links()).hasSize(links);
    }

    @Test
    void the_wheel_zooms_and_what_lies_under_the_pointer_stays_there(FxRobot robot) {
        Point2D exact = canvas.head("sampler");
        Point2D screen = new Point2D(Math.floor(exact.getX()), Math.floor(exact.getY()));
        robot.moveTo(screen);
        Point2D before = place(screen);
        for (int i = 0; i < 5; i++) {
            robot.scroll(1, VerticalDirection.DOWN);
            WaitForAsyncUtils.waitForFxEvents();
        }
        for (int i = 0; i < 3; i++) {
            robot.scroll(1, VerticalDirection.UP);
        }
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(canvas.board().sight().zoom()).isNotEqualTo(1);
        assertThat(place(screen).distance(before)).isLessThan(0.01);
    }

    @Test
    void a_drag_with_the_middle_button_moves_the_view(FxRobot robot) {
        Sight before = canvas.board().sight();
        robot.moveTo(canvas.screen(300, 620));
        robot.press(MouseButton.MIDDLE);
        robot.moveBy(60, -40);
        robot.release(MouseButton.MIDDLE);
        WaitForAsyncUtils.waitForFxEvents();
        Sight after = canvas.board().sight();
        assertThat(before.left() - after.left()).isCloseTo(60 / before.zoom(), within(0.01));
        assertThat(after.top() - before.top()).isCloseTo(40 / before.zoom(), within(0.01));
        assertThat(canvas.document.unsavedProperty().get()).isFalse();
    }

    private Point2D place(Point2D screen) {
        Point2D local = canvas.board().screenToLocal(screen);
        return canvas.board().sight().toCanvas(local.getX(), local.getY());
    }

    private static void drag(FxRobot robot, Point2D from, Point2D to) {
        robot.moveTo(from);
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(from.midpoint(to));
        robot.moveTo(to);
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
