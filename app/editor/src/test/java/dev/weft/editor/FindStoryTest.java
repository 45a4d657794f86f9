package dev.weft.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.document.Document;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.window.EditorWindow;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.json.WorkflowFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

/// Finding and placing nodes in the whole window, with the keys and the mouse.
@ExtendWith(ApplicationExtension.class)
final class FindStoryTest {
    private static final double BESIDE_NODES_X = 620;
    private static final double BESIDE_NODES_Y = 800;

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private EditorFixture editor;

    @SuppressWarnings("NullAway.Init")
    private Document document;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void start(Stage shown) throws Exception {
        stage = shown;
        editor = EditorFixture.in(folder);
        editor.get(Preferences.class).tourSeenProperty().set(true);
        document = new Document(
                WorkflowFile.read(
                        Path.of(System.getProperty("weft.home", "../.."), "examples/style-aligned.weft.json")),
                Optional.empty());
        editor.get(EditorWindow.class).show(shown);
        editor.get(Workspace.class).open(document);
    }

    @AfterEach
    void close() {
        editor.close();
    }

    private String lastType() {
        return document.graph().nodes().getLast().type().toString();
    }

    @Test
    void tab_on_the_canvas_searches_at_the_pointer(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        int before = document.graph().nodes().size();
        robot.clickOn(stage.getX() + BESIDE_NODES_X, stage.getY() + BESIDE_NODES_Y)
                .type(KeyCode.TAB);
        robot.write("load lora");
        Screens.save(stage.getScene().getRoot(), "story-search");
        robot.type(KeyCode.ENTER);
        assertThat(document.graph().nodes()).hasSize(before + 1);
        assertThat(lastType()).isEqualTo("core:load_lora");
        Screens.save(stage.getScene().getRoot(), "story-search-placed");
    }

    @Test
    void a_double_click_on_the_canvas_searches(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.moveTo(stage.getX() + BESIDE_NODES_X, stage.getY() + BESIDE_NODES_Y)
                .doubleClickOn(MouseButton.PRIMARY);
        robot.write("canny").type(KeyCode.ENTER);
        assertThat(lastType()).isEqualTo("core:canny");
    }

    @Test
    void a_node_type_is_dragged_from_the_library_onto_the_canvas(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.drag("#library-core-load_model")
                .moveTo(stage.getX() + 400, stage.getY() + 700)
                .moveTo(stage.getX() + BESIDE_NODES_X, stage.getY() + BESIDE_NODES_Y);
        Screens.save(stage.getScene().getRoot(), "story-drag");
        robot.drop();
        assertThat(lastType()).isEqualTo("core:load_model");
        assertThat(document.selection().nodes())
                .isEqualTo(List.of(document.graph().nodes().getLast().id()));
    }

    @Test
    void the_outline_shows_a_node_on_the_canvas(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#tab-outline").clickOn("Negative Prompt");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(document.selection().nodes()).containsExactly("negative");
        Screens.save(stage.getScene().getRoot(), "story-outline");
    }
}
