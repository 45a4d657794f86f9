package dev.weft.editor.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.EditorFixture;
import dev.weft.editor.Screens;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.action.KeyBindings;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.window.EditorWindow;
import java.nio.file.Files;
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
final class SettingsTest {
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
        editor.get(EditorWindow.class).show(shown);
        stage.setWidth(1440);
        stage.setHeight(900);
        editor.get(Actions.class).perform(Action.SHOW_SETTINGS);
    }

    @Stop
    void stop() {
        editor.close();
    }

    @Test
    void a_chosen_theme_is_seen_at_once_and_kept(FxRobot robot) throws Exception {
        Screens.save(stage.getScene().getRoot(), "settings-dark");
        robot.clickOn("#theme-light");
        assertThat(stage.getScene().getRoot().getStyleClass()).contains("weft-light");
        Screens.save(stage.getScene().getRoot(), "settings-light");
        Path file = folder.resolve("data/editor.json");
        WaitForAsyncUtils.waitFor(
                5,
                TimeUnit.SECONDS,
                () -> Files.exists(file) && Files.readString(file).contains("\"light\""));
        try (EditorFixture again = EditorFixture.in(folder)) {
            assertThat(again.get(Preferences.class).themeProperty().get()).isEqualTo(Preferences.Theme.LIGHT);
        }
    }

    @Test
    void other_keys_are_chosen_by_pressing_them_and_conflicts_are_told(FxRobot robot) {
        robot.interact(() -> editor.get(Actions.class).perform(Action.SHOW_KEYS));
        WaitForAsyncUtils.waitForFxEvents();
        Screens.save(stage.getScene().getRoot(), "settings-keys-dark");
        robot.clickOn("#find-setting").write("zoom to fit");
        robot.interact(() -> robot.lookup("#key-fit").queryButton().fire());
        robot.interact(() -> robot.lookup("#key-fit").queryButton().requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.B).release(KeyCode.CONTROL);
        assertThat(robot.lookup(".text-warn").queryAllAs(javafx.scene.control.Label.class))
                .anyMatch(label -> label.isVisible() && label.getText().contains("Bypass"));
        robot.press(KeyCode.CONTROL).type(KeyCode.B).release(KeyCode.CONTROL);
        KeyBindings keys = editor.get(KeyBindings.class);
        assertThat(keys.words(Action.FIT)).isEqualTo("Ctrl+B");
        assertThat(keys.words(Action.BYPASS)).isEmpty();
    }

    @Test
    void the_search_leaves_what_it_finds(FxRobot robot) {
        robot.clickOn("#find-setting").write("contrast");
        assertThat(robot.lookup("#high-contrast").query().getParent().isVisible())
                .isTrue();
        assertThat(robot.lookup("#section-canvas").query().isVisible()).isFalse();
    }

    @Test
    void a_broken_file_is_put_aside(FxRobot robot) throws Exception {
        Path other = folder.resolve("other");
        Files.createDirectories(other.resolve("data"));
        Files.writeString(other.resolve("data/editor.json"), "{\"scale\": \"huge\"}");
        robot.interact(() -> EditorFixture.in(other).close());
        assertThat(other.resolve("data/editor.json.broken")).exists();
    }
}
