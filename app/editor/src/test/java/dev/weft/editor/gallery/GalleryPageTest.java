package dev.weft.editor.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.EditorFixture;
import dev.weft.editor.Screens;
import dev.weft.editor.document.Document;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.window.DocumentPage.Kind;
import dev.weft.editor.window.EditorWindow;
import dev.weft.editor.window.WindowControl;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Line;
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
final class GalleryPageTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @SuppressWarnings("NullAway.Init")
    private EditorFixture editor;

    @Start
    void start(Stage shown) throws IOException {
        stage = shown;
        MadePictures.put(folder.resolve("output"));
        editor = EditorFixture.in(folder);
        editor.get(EditorWindow.class).show(shown);
        stage.setWidth(1440);
        stage.setHeight(900);
        editor.get(Workspace.class).open(new Document(Workflow.EMPTY.withTitle("Style-aligned set"), Optional.empty()));
        editor.get(WindowControl.class).pageProperty().set(Kind.GALLERY);
    }

    @Stop
    void stop() {
        editor.close();
    }

    @Test
    void a_styled_set_is_held_against_the_plain_one_of_its_seed(FxRobot robot) throws TimeoutException {
        shown(robot);
        robot.clickOn("#compare-wipe");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".wipe-line").queryAll()).hasSize(4);
        robot.clickOn("#measure-A");
        // The other button moves when this set's scores come.
        until(() -> robot.lookup(".score-matrix").queryAll().size() == 1);
        robot.clickOn("#measure-B");
        until(() -> robot.lookup(".score-matrix").queryAll().size() == 2);
        Screens.save(stage.getScene().getRoot(), "gallery-dark");
        robot.interact(() -> editor.get(Preferences.class).themeProperty().set(Preferences.Theme.LIGHT));
        Screens.save(stage.getScene().getRoot(), "gallery-light");
        Screens.save(stage.getScene().getRoot(), "gallery-light-200", 2);
        robot.interact(() -> editor.get(Preferences.class).themeProperty().set(Preferences.Theme.DARK));
        robot.type(KeyCode.A);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".wipe-line").queryAll()).isEmpty();
        robot.type(KeyCode.A);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".wipe-line").queryAll()).hasSize(4);
        robot.clickOn("#compare-side-by-side");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".compare-tile").queryAll()).hasSize(8);
        Screens.save(stage.getScene().getRoot(), "gallery-side-by-side");
    }

    @Test
    void the_line_is_dragged_and_moved_by_arrows(FxRobot robot) throws TimeoutException {
        shown(robot);
        robot.clickOn("#compare-wipe");
        WaitForAsyncUtils.waitForFxEvents();
        Node tile = robot.lookup(".compare-tile").query();
        double middle = lineX(tile);
        robot.drag(tile).dropBy(60, 0);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lineX(tile)).isGreaterThan(middle + 40);
        double dragged = lineX(tile);
        robot.type(KeyCode.LEFT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lineX(tile)).isLessThan(dragged);
    }

    @Test
    void the_workflow_of_a_set_is_opened_and_its_settings_are_copied(FxRobot robot) throws TimeoutException {
        shown(robot);
        robot.clickOn("#copy-settings");
        WaitForAsyncUtils.waitForFxEvents();
        String copied = WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).contains("guitar").contains("21");
        robot.clickOn("#open-workflow");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(editor.get(Workspace.class).documents()).hasSize(2);
        assertThat(editor.get(Workspace.class).active().orElseThrow().workflow().nodes())
                .isNotEmpty();
        assertThat(editor.get(WindowControl.class).pageProperty().get()).isEqualTo(Kind.GRAPH);
    }

    @Test
    void sets_are_found_marked_and_thrown_away(FxRobot robot) throws TimeoutException {
        shown(robot);
        robot.clickOn("#gallery-search").write("no such words");
        until(() -> robot.lookup(".set-card").queryAll().isEmpty());
        robot.doubleClickOn("#gallery-search").eraseText(13);
        until(() -> robot.lookup(".set-card").queryAll().size() == 2);
        robot.clickOn("#favourite");
        robot.clickOn("#shelf-Favourites");
        until(() -> robot.lookup(".set-card").queryAll().size() == 1);
        robot.clickOn("#bin");
        robot.clickOn("#shelf-Bin");
        until(() -> robot.lookup(".set-card").queryAll().size() == 1);
        robot.clickOn(".set-card");
        robot.clickOn("#bin");
        robot.clickOn("#choice-danger");
        until(() -> robot.lookup(".set-card").queryAll().isEmpty());
        assertThat(folder.resolve("output/style-aligned_00001.png")).doesNotExist();
        assertThat(folder.resolve("output/plain_00001.png")).exists();
        assertThat(Files.exists(folder.resolve("data/gallery.json"))).isTrue();
    }

    @Test
    void a_double_click_shows_a_picture_as_large_as_the_window(FxRobot robot) throws TimeoutException {
        shown(robot);
        robot.doubleClickOn(".compare-tile");
        until(() -> robot.lookup("#picture-viewer").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        Screens.save(stage.getScene().getRoot(), "picture-viewer");
        String fitting = zoom(robot);
        robot.scroll(2, VerticalDirection.UP);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(zoom(robot)).isNotEqualTo(fitting);
        robot.type(KeyCode.RIGHT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("2 of 4, style-aligned_00002.png").tryQuery()).isPresent();
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#picture-viewer").tryQuery()).isEmpty();
    }

    private static String zoom(FxRobot robot) {
        return robot.lookup("#picture-zoom").queryAs(Label.class).getText();
    }

    private static double lineX(Node tile) {
        return ((Line) tile.lookup(".wipe-line")).getStartX();
    }

    private void shown(FxRobot robot) throws TimeoutException {
        until(() -> robot.lookup(".set-card").queryAll().size() == 2
                && robot.lookup(".compare-tile").queryAll().size() == 4);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
