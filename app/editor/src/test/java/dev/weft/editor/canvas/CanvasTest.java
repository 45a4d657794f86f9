package dev.weft.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.Screens;
import dev.weft.editor.action.Action;
import dev.weft.editor.canvas.model.Rectangles;
import dev.weft.editor.canvas.model.Sight;
import dev.weft.editor.document.Item;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.window.GraphNavigator;
import dev.weft.graph.Mode;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class CanvasTest {
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
    void the_example_is_drawn() {
        canvas.settle();
        assertThat(canvas.board().drawing().nodes()).hasSize(7);
        assertThat(Screens.save(canvas.page.region(), "canvas-example")).exists();
        canvas.act(() -> canvas.board().look(canvas.board().sight().zoomed(490, 380, 0.5)));
        canvas.settle();
        Screens.save(canvas.page.region(), "canvas-reduced");
        canvas.act(() -> canvas.board().look(canvas.board().sight().zoomed(490, 380, 0.3)));
        canvas.settle();
        Screens.save(canvas.page.region(), "canvas-shells");
    }

    @Test
    void the_example_is_drawn_in_light_and_twice_as_large() {
        canvas.act(() -> canvas.editor.get(Preferences.class).themeProperty().set(Preferences.Theme.LIGHT));
        canvas.act(() -> canvas.document.selection().select(new Item.OfNode("sampler")));
        canvas.settle();
        assertThat(Screens.save(canvas.page.region(), "canvas-light", 2)).exists();
    }

    @Test
    void actions_change_what_is_selected_and_are_impossible_when_nothing_is() {
        assertThat(canvas.perform(Action.MUTE)).isFalse();
        canvas.act(() -> canvas.document.selection().select(new Item.OfNode("negative")));
        assertThat(canvas.perform(Action.BYPASS)).isTrue();
        assertThat(canvas.document.graph().node("negative").orElseThrow().mode())
                .isEqualTo(Mode.BYPASSED);
        assertThat(canvas.perform(Action.COLLAPSE)).isTrue();
        canvas.perform(Action.DELETE);
        assertThat(canvas.document.graph().node("negative")).isEmpty();
        assertThat(canvas.board().drawing().nodes()).hasSize(6);
        canvas.perform(Action.SELECT_ALL);
        assertThat(canvas.document.selection().nodes()).hasSize(6);
    }

    @Test
    void fit_shows_the_selection_or_everything() {
        canvas.act(() -> canvas.document.selection().select(new Item.OfNode("save")));
        canvas.perform(Action.FIT);
        assertThat(canvas.board().sight().zoom()).isEqualTo(1);
        canvas.perform(Action.SELECT_NONE);
        canvas.perform(Action.FIT);
        assertThat(canvas.board().sight().seen())
                .matches(seen -> seen.contains(canvas.board().drawing().around().orElseThrow()));
        canvas.perform(Action.ZOOM_RESET);
        assertThat(canvas.board().sight().zoom()).isEqualTo(1);
    }

    @Test
    void the_navigator_finds_a_node_and_selects_it() {
        canvas.act(() -> canvas.editor.get(GraphNavigator.class).reveal(canvas.document, "save"));
        canvas.settle();
        assertThat(canvas.document.selection().nodes()).containsExactly("save");
        Rectangle2D bounds = canvas.board().drawing().node("save").orElseThrow().bounds();
        assertThat(canvas.board().sight().middle().distance(Rectangles.middle(bounds)))
                .isLessThan(1);
    }

    @Test
    void nodes_become_a_subgraph_that_is_entered_left_and_unpacked() {
        canvas.settle();
        Sight outside = canvas.board().sight();
        canvas.act(() ->
                canvas.document.selection().select(List.of(new Item.OfNode("prompts"), new Item.OfNode("negative"))));
        assertThat(canvas.perform(Action.MAKE_SUBGRAPH)).isTrue();
        assertThat(canvas.board().drawing().nodes()).hasSize(6);
        assertThat(canvas.perform(Action.ENTER_SUBGRAPH)).isTrue();
        assertThat(canvas.board().drawing().nodes()).containsKeys("prompts", "negative");
        Screens.save(canvas.page.region(), "canvas-subgraph");
        assertThat(canvas.perform(Action.LEAVE_SUBGRAPH)).isTrue();
        assertThat(canvas.board().sight()).isEqualTo(outside);
        String node = canvas.document.graph().nodes().stream()
                .filter(there -> canvas.document.graph().subgraph(there.type()).isPresent())
                .findFirst()
                .orElseThrow()
                .id();
        canvas.act(() -> canvas.document.selection().select(new Item.OfNode(node)));
        assertThat(canvas.perform(Action.UNPACK_SUBGRAPH)).isTrue();
        assertThat(canvas.board().drawing().nodes()).hasSize(7);
        assertThat(canvas.perform(Action.ARRANGE)).isTrue();
        assertThat(canvas.document.undoNameProperty().get()).isNotEmpty();
        Screens.save(canvas.page.region(), "canvas-arranged");
    }
}
