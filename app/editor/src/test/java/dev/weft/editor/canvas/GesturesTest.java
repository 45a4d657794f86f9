package dev.weft.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weft.editor.Screens;
import dev.weft.editor.action.Action;
import dev.weft.editor.canvas.model.Sight;
import dev.weft.editor.document.Item;
import dev.weft.editor.edit.Places;
import dev.weft.graph.Link;
import dev.weft.graph.Mode;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Workflow;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class GesturesTest {
    @TempDir(cleanup = CleanupMode.NEVER)
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

    @Test
    void arrows_move_the_selection_and_with_alt_go_to_the_next_node(FxRobot robot) {
        Point2D before = Places.of(canvas.document.graph().node("latent").orElseThrow());
        robot.clickOn(canvas.head("latent"));
        robot.push(KeyCode.RIGHT).push(KeyCode.DOWN).push(KeyCode.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Places.of(canvas.document.graph().node("latent").orElseThrow()))
                .isEqualTo(before.add(8, 16));
        canvas.act(canvas.document::undo);
        assertThat(Places.of(canvas.document.graph().node("latent").orElseThrow()))
                .isEqualTo(before);
        robot.push(KeyCode.ALT, KeyCode.UP);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(canvas.document.selection().nodes()).containsExactly("model");
    }

    @Test
    void escape_gives_up_a_drag(FxRobot robot) {
        Workflow before = canvas.document.graph();
        robot.moveTo(canvas.head("latent"));
        robot.press(MouseButton.PRIMARY);
        robot.moveBy(40, 40);
        robot.push(KeyCode.ESCAPE);
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(canvas.document.graph().nodes()).isEqualTo(before.nodes());
        assertThat(Objects.requireNonNull(canvas.board().drawing().nodes().get("latent"))
                        .y())
                .isEqualTo(Places.of(before.node("latent").orElseThrow()).getY());
    }

    @Test
    void what_is_copied_is_pasted_with_new_names_and_its_inner_wires(FxRobot robot) {
        canvas.act(
                () -> canvas.document.selection().select(List.of(new Item.OfNode("decode"), new Item.OfNode("save"))));
        assertThat(canvas.perform(Action.COPY)).isTrue();
        assertThat(canvas.perform(Action.PASTE)).isTrue();
        assertThat(canvas.document.selection().nodes()).containsExactlyInAnyOrder("decode_2", "save_2");
        assertThat(canvas.document.graph().links()).contains(Link.of("decode_2.image", "save_2.image"));
    }

    @Test
    void a_drag_with_alt_moves_a_copy(FxRobot robot) {
        Point2D from = canvas.board().screenToLocal(canvas.head("latent"));
        canvas.act(() -> {
            fire(MouseEvent.MOUSE_PRESSED, from, true, false);
            fire(MouseEvent.MOUSE_DRAGGED, from.add(30, 40), true, false);
            fire(MouseEvent.MOUSE_DRAGGED, from.add(60, 80), true, false);
            fire(MouseEvent.MOUSE_RELEASED, from.add(60, 80), true, false);
        });
        assertThat(canvas.document.graph().nodes()).hasSize(8);
        assertThat(canvas.document.selection().nodes()).containsExactly("latent_2");
        assertThat(Places.of(canvas.document.graph().node("latent_2").orElseThrow()))
                .isNotEqualTo(Places.of(canvas.document.graph().node("latent").orElseThrow()));
    }

    @Test
    void a_stroke_with_control_and_alt_cuts_the_wires_that_it_crosses(FxRobot robot) {
        Point2D from = canvas.board().screenToLocal(canvas.screen(780, 90));
        canvas.act(() -> {
            fire(MouseEvent.MOUSE_PRESSED, from, true, true);
            fire(MouseEvent.MOUSE_DRAGGED, from.add(0, 60), true, true);
            fire(MouseEvent.MOUSE_DRAGGED, from.add(0, 120), true, true);
            fire(MouseEvent.MOUSE_RELEASED, from.add(0, 120), true, true);
        });
        assertThat(canvas.document.graph().links()).doesNotContain(Link.of("sampler.latent", "decode.latent"));
    }

    @Test
    void a_double_click_on_a_note_writes_it_and_on_a_head_names_the_node(FxRobot robot) {
        robot.doubleClickOn(canvas.screen(200, 700));
        robot.push(KeyCode.CONTROL, KeyCode.A).write("**Try**").push(KeyCode.CONTROL, KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(canvas.document.graph().notes().getFirst().text()).isEqualTo("**Try**");
        robot.doubleClickOn(canvas.head("latent"));
        robot.write("Start").push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(canvas.document.graph().node("latent").orElseThrow().title()).isEqualTo("Start");
    }

    @Test
    void the_menu_of_a_node_gives_it_another_mode(FxRobot robot) {
        robot.rightClickOn(canvas.head("negative"));
        robot.clickOn(Action.BYPASS.title());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(canvas.document.graph().node("negative").orElseThrow().mode())
                .isEqualTo(Mode.BYPASSED);
    }

    @Test
    void nodes_are_put_into_a_group_that_takes_them_along(FxRobot robot) {
        canvas.act(() ->
                canvas.document.selection().select(List.of(new Item.OfNode("prompts"), new Item.OfNode("negative"))));
        canvas.perform(Action.GROUP);
        Rectangle2D group =
                Places.of(canvas.document.graph().groups().getFirst().bounds());
        Point2D before = Places.of(canvas.document.graph().node("prompts").orElseThrow());
        Point2D title = canvas.screen(group.getMaxX() - 100, group.getMinY() + 22);
        drag(robot, title, title.add(0, -40));
        assertThat(Places.of(canvas.document.graph().node("prompts").orElseThrow())
                        .getY())
                .isLessThan(before.getY());
        Screens.save(canvas.page.region(), "canvas-group");
    }

    private void fire(EventType<MouseEvent> type, Point2D local, boolean alt, boolean control) {
        Point2D scene = canvas.board().localToScene(local);
        Event.fireEvent(
                canvas.board(),
                new MouseEvent(
                        canvas.board(),
                        canvas.board(),
                        type,
                        scene.getX(),
                        scene.getY(),
                        scene.getX(),
                        scene.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        control,
                        alt,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null));
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
