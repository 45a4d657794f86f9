package dev.weft.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.window.EditorWindow;
import dev.weft.editor.window.WindowControl;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
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
final class PaletteAndTourTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @SuppressWarnings("NullAway.Init")
    private EditorFixture editor;

    @Start
    void start(Stage shown) {
        stage = shown;
        editor = EditorFixture.in(folder);
        editor.get(Preferences.class).tourSeenProperty().set(false);
        editor.get(EditorWindow.class).show(shown);
        stage.setWidth(1440);
        stage.setHeight(900);
    }

    @Stop
    void stop() {
        editor.close();
    }

    @Test
    void the_tour_comes_up_once_and_has_four_steps(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(
                5, TimeUnit.SECONDS, () -> robot.lookup("#tour-next").tryQuery().isPresent());
        Screens.save(stage.getScene().getRoot(), "tour-dark");
        robot.clickOn("#tour-next").clickOn("#tour-next");
        WaitForAsyncUtils.waitForFxEvents();
        Screens.save(stage.getScene().getRoot(), "tour-3-dark");
        next(robot);
        next(robot);
        assertThat(robot.lookup("#tour").tryQuery()).isEmpty();
        assertThat(editor.get(Preferences.class).tourSeenProperty().get()).isTrue();
    }

    /// By the keyboard, as the pointer does not get as far as the end of the window.
    private static void next(FxRobot robot) {
        robot.interact(() -> robot.lookup("#tour-next").queryButton().requestFocus());
        robot.type(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void a_command_is_found_by_some_of_its_letters_and_done_by_enter(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(
                5, TimeUnit.SECONDS, () -> robot.lookup("#tour-skip").tryQuery().isPresent());
        robot.clickOn("#tour-skip");
        robot.clickOn("#action-commands");
        WaitForAsyncUtils.waitForFxEvents();
        Screens.save(stage.getScene().getRoot(), "palette-dark");
        robot.write("sidb");
        WaitForAsyncUtils.waitForFxEvents();
        Screens.save(stage.getScene().getRoot(), "palette-typed-dark");
        robot.type(KeyCode.ENTER);
        assertThat(editor.get(WindowControl.class).sidebarProperty().get()).isFalse();
        assertThat(editor.get(Preferences.class).recentActions()).containsExactly("SHOW_SIDEBAR");
    }
}
