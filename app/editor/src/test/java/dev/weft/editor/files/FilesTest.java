package dev.weft.editor.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.util.Modules;
import dev.weft.editor.EditorFixture;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.document.Document;
import dev.weft.editor.document.Edit;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.window.EditorWindow;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.WorkflowFile;
import dev.weft.models.image.ImageBatch;
import dev.weft.models.image.PngFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
final class FilesTest {
    /// Answers every question for a file with the same one.
    private record FixedAnswer(Path file) implements FileDialogs {
        @Override
        public List<Path> open(Optional<Path> folder) {
            return List.of(file);
        }

        @Override
        public Optional<Path> save(Optional<Path> folder, String name) {
            return Optional.of(file);
        }
    }

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private EditorFixture editor;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @SuppressWarnings("NullAway.Init")
    private Path target;

    @Start
    void start(Stage shown) throws Exception {
        stage = shown;
        target = folder.resolve("saved.weft.json");
        // A process with this id there cannot be.
        RecoveryFolder crashed = new RecoveryFolder(folder.resolve("data/recovery"), "999999999-1");
        crashed.keep(new RecoveryFolder.Entry(
                UUID.randomUUID(), Workflow.EMPTY.withTitle("Lost set"), "Lost set", Optional.empty()));
        editor = EditorFixture.in(
                folder,
                modules -> List.of(Modules.override(modules)
                        .with(binder -> binder.bind(FileDialogs.class).toInstance(new FixedAnswer(target)))));
        editor.get(EditorWindow.class).show(shown);
    }

    @Stop
    void stop() {
        editor.close();
    }

    @Test
    void a_new_workflow_is_saved_closed_and_opened_again(FxRobot robot) throws Exception {
        perform(robot, Action.NEW);
        Document document = active();
        robot.interact(() -> document.perform(Edit.of("Rename", graph -> graph.withTitle("Mine"))));
        assertThat(document.unsavedProperty().get()).isTrue();
        perform(robot, Action.SAVE);
        assertThat(document.unsavedProperty().get()).isFalse();
        assertThat(WorkflowFile.read(target).title()).isEqualTo("Mine");
        perform(robot, Action.CLOSE_TAB);
        assertThat(editor.get(Workspace.class).active()).isEmpty();
        perform(robot, Action.OPEN);
        waitForTitle("Mine");
        assertThat(editor.get(Preferences.class).recentFiles()).containsExactly(target);
    }

    @Test
    void closing_asks_about_what_is_not_saved(FxRobot robot) throws Exception {
        perform(robot, Action.NEW);
        Document document = active();
        robot.interact(() -> document.perform(Edit.of("Rename", graph -> graph.withTitle("Mine"))));
        perform(robot, Action.CLOSE_TAB);
        robot.clickOn("Cancel");
        assertThat(editor.get(Workspace.class).documents()).containsExactly(document);
        perform(robot, Action.QUIT);
        robot.clickOn("Save");
        assertThat(target).exists();
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> !stage.isShowing());
    }

    @Test
    void a_picture_opens_the_workflow_that_made_it(FxRobot robot) throws Exception {
        Path picture = folder.resolve("picture.png");
        PngFile.write(picture, new ImageBatch(1, 2, 2, new float[12]), 0, Map.of("workflow", """
                {"weft": 1, "title": "From a picture", "nodes": [], "links": []}"""));
        robot.interact(() -> editor.get(Opening.class).open(List.of(picture)));
        waitForTitle("From a picture");
        assertThat(active().fileProperty().get()).isEmpty();
    }

    @Test
    void what_is_no_workflow_is_told_in_a_sentence(FxRobot robot) throws Exception {
        Path broken = folder.resolve("broken.weft.json");
        Files.writeString(broken, "{\"weft\": ");
        robot.interact(() -> editor.get(Opening.class).open(List.of(broken)));
        WaitForAsyncUtils.waitFor(
                5, TimeUnit.SECONDS, () -> robot.lookup(".toast").tryQuery().isPresent());
        assertThat(editor.get(Workspace.class).documents()).isEmpty();
    }

    @Test
    void what_a_crash_left_is_offered_and_opened(FxRobot robot) throws Exception {
        robot.interact(() -> editor.get(Opening.class).begin(List.of()));
        WaitForAsyncUtils.waitForFxEvents();
        dev.weft.editor.Screens.save(stage.getScene().getRoot(), "recovery-dark");
        robot.clickOn("Open");
        waitForTitle("Lost set");
        assertThat(active().unsavedProperty().get()).isTrue();
        WaitForAsyncUtils.waitFor(
                5, TimeUnit.SECONDS, () -> !Files.exists(folder.resolve("data/recovery/999999999-1")));
    }

    private void waitForTitle(String title) throws Exception {
        WaitForAsyncUtils.waitFor(
                5,
                TimeUnit.SECONDS,
                () -> editor.get(Workspace.class)
                        .active()
                        .filter(document -> document.workflow().title().equals(title))
                        .isPresent());
    }

    private Document active() {
        return editor.get(Workspace.class).active().orElseThrow();
    }

    private void perform(FxRobot robot, Action action) {
        robot.interact(() -> editor.get(Actions.class).perform(action));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
