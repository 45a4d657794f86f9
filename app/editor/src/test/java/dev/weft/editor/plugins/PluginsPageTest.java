package dev.weft.editor.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.EditorFixture;
import dev.weft.editor.Screens;
import dev.weft.editor.plugins.PluginCard.Section;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.window.EditorWindow;
import dev.weft.editor.window.WindowControl;
import dev.weft.graph.NodeTypeId;
import dev.weft.runtime.Installation;
import dev.weft.runtime.plugin.PluginOrigin;
import dev.weft.runtime.plugin.PluginStatus;
import dev.weft.runtime.trust.AllowedContent;
import dev.weft.runtime.trust.PermissionFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
final class PluginsPageTest {
    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private EditorFixture editor;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void start(Stage shown) throws Exception {
        stage = shown;
        editor = EditorFixture.in(folder);
        Path data = editor.get(Installation.class).data();
        for (PluginStatus status : editor.runtime().plugins()) {
            PluginOrigin origin = status.origin();
            new PermissionFile(data)
                    .change(permissions -> permissions.allow(
                            status.plugin(), new AllowedContent(origin.sha256().orElseThrow(), "", origin.source())));
        }
        Path plugins = data.resolve("plugins");
        WrittenPlugin.into(plugins);
        Files.write(plugins.resolve("depth-kit.jar"), new byte[] {1, 2, 3});
        editor.get(EditorWindow.class).show(shown);
        editor.get(WindowControl.class).wholeProperty().set(Optional.of("plugins"));
    }

    @AfterEach
    void close() {
        editor.close();
    }

    private void waitFor(String plugin, Section section) throws Exception {
        PluginChoices choices = editor.get(PluginChoices.class);
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> !choices.busyProperty().get()
                        && choices.cardsProperty().get().stream()
                                .anyMatch(card -> card.id().equals(plugin) && card.section() == section));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean hasHalo() {
        return editor.runtime().nodeTypes().find(NodeTypeId.parse("glow:halo")).isPresent();
    }

    @Test
    void a_plugin_is_found_allowed_and_kept_off_without_a_restart(FxRobot robot) throws Exception {
        waitFor("core", Section.LOADED);
        robot.clickOn("#plugins-reload");
        waitFor("glow", Section.WAITING);
        waitFor("core", Section.LOADED);
        assertThat(hasHalo()).isFalse();
        robot.clickOn("#plugin-details-glow");
        Screens.save(stage.getScene().getRoot(), "plugins");
        robot.clickOn("#allow-glow");
        waitFor("glow", Section.LOADED);
        assertThat(hasHalo()).isTrue();
        robot.interact(() -> editor.get(Preferences.class).themeProperty().set(Preferences.Theme.LIGHT));
        Screens.save(stage.getScene().getRoot(), "plugins-light");
        Screens.save(robot.lookup("#plugins-page").query(), "plugins-light-2x", 2);
        robot.interact(() -> editor.get(Preferences.class).themeProperty().set(Preferences.Theme.DARK));
        robot.clickOn("#switch-glow");
        waitFor("glow", Section.OFF);
        assertThat(hasHalo()).isFalse();
    }

    @Test
    void plugins_are_found_by_what_is_typed_and_by_what_became_of_them(FxRobot robot) throws Exception {
        robot.clickOn("#plugins-reload");
        waitFor("depth-kit.jar", Section.REJECTED);
        robot.clickOn("#plugins-filter-rejected");
        assertThat(robot.lookup(".plugin").queryAll()).hasSize(1);
        robot.clickOn("#plugins-filter-all").clickOn("#plugins-field").write("glow");
        assertThat(robot.lookup(".plugin").queryAll()).hasSize(1);
    }
}
