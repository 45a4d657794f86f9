package dev.weft.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.window.EditorWindow;
import dev.weft.editor.workspace.Workspace;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class StartPageTest {
    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @SuppressWarnings("NullAway.Init")
    private EditorFixture editor;

    @Start
    void start(Stage shown) {
        stage = shown;
        editor = EditorFixture.in(folder);
        editor.get(EditorWindow.class).show(shown);
        stage.setWidth(1440);
        stage.setHeight(900);
    }

    @Stop
    void stop() {
        editor.close();
    }

    @Test
    void the_first_template_is_chosen_and_opens_as_a_new_workflow(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> robot.lookup(".strip .image-view").queryAllAs(javafx.scene.image.ImageView.class).stream()
                        .allMatch(view -> view.getImage().getProgress() == 1));
        Screens.save(stage.getScene().getRoot(), "start-dark");
        robot.clickOn("#open-template");
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> editor.get(Workspace.class).active().isPresent());
        assertThat(editor.get(Workspace.class)
                        .active()
                        .orElseThrow()
                        .fileProperty()
                        .get())
                .isEmpty();
        Screens.save(stage.getScene().getRoot(), "template-opened-dark");
    }

    @Test
    void another_template_is_chosen_by_a_click_and_all_are_in_the_sidebar(FxRobot robot) throws Exception {
        robot.clickOn("#template-invert");
        robot.clickOn("#open-template");
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> editor.get(Workspace.class).active().isPresent());
        assertThat(editor.get(Workspace.class).active().orElseThrow().workflow().title())
                .isEqualTo("The style of a drawing given to a set");
        robot.interact(() -> editor.get(Preferences.class).themeProperty().set(Preferences.Theme.LIGHT));
        robot.clickOn("#tab-templates");
        robot.clickOn("#find-template").write("mask");
        robot.doubleClickOn("#listed-inpaint");
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> editor.get(Workspace.class).documents().size() == 2);
        Screens.save(stage.getScene().getRoot(), "templates-light");
    }

    @Test
    void an_empty_canvas_opens_as_well(FxRobot robot) {
        robot.clickOn("#empty-canvas");
        assertThat(editor.get(Workspace.class).documents()).hasSize(1);
    }
}
