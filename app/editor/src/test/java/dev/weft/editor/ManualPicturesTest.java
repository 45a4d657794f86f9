package dev.weft.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.document.Document;
import dev.weft.editor.edit.NodeChanges;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.run.RunState;
import dev.weft.editor.run.Runner;
import dev.weft.editor.window.EditorWindow;
import dev.weft.editor.window.WindowControl;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.WorkflowFormatException;
import dev.weft.graph.json.WorkflowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.image.ImageView;
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

/// The main screens with real content, for the user's manual and for people to look at. Runs take
/// few steps unless `weft.manual.steps` says otherwise.
@ExtendWith(ApplicationExtension.class)
final class ManualPicturesTest {
    private static final Path HOME = Path.of(System.getProperty("weft.home", "../.."));
    private static final int STEPS = Integer.getInteger("weft.manual.steps", 6);

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private EditorFixture editor;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        editor = EditorFixture.in(folder);
        editor.get(Preferences.class).tourSeenProperty().set(true);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1440);
        stage.setHeight(900);
        editor.get(EditorWindow.class).show(shown);
    }

    @AfterEach
    void stop() throws TimeoutException {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            editor.get(Runner.class).clear();
            editor.get(Actions.class).perform(Action.CANCEL);
            return true;
        });
        until(() -> !runs().running().get());
        editor.close();
    }

    @Test
    void two_sets_are_made_watched_and_compared(FxRobot robot) throws Exception {
        Document aligned = open("style-aligned");
        robot.interact(() -> aligned.selection().clear());
        perform(Action.SHOW_QUEUE);
        perform(Action.FIT);
        perform(Action.RUN);
        perform(Action.RUN);
        until(() -> runs().currentProperty()
                .get()
                .filter(run -> run.step() >= STEPS / 2)
                .isPresent());
        keep("running-dark");
        finished(2);
        perform(Action.SHOW_QUEUE);
        perform(Action.FIT);
        keep("main-dark");
        lit(() -> keep("main-light"));
        open("plain");
        perform(Action.RUN);
        finished(3);
        perform(Action.SHOW_GALLERY);
    }

    @Test
    void a_wire_that_is_dropped_on_nothing_asks_for_a_node(FxRobot robot) throws Exception {
        open("style-aligned");
        WaitForAsyncUtils.waitForFxEvents();
        robot.moveTo(1060, 440);
        robot.doubleClickOn(MouseButton.PRIMARY);
        robot.write("samp");
        keep("search-dark");
        lit(() -> keep("search-light"));
    }

    @Test
    void what_is_wrong_is_said_where_it_is_and_in_a_list(FxRobot robot) throws Exception {
        Document document = open("style-aligned");
        robot.interact(() -> {
            document.perform(NodeChanges.setParameter("latent", "batch_size", JsonNumber.of(3)));
            editor.get(WindowControl.class).bottomProperty().set(Optional.of("problems"));
        });
        until(() -> robot.lookup("#problem-list .list-cell").queryAll().size() > 0);
        keep("problems-dark");
    }

    @Test
    void plugins_and_settings_are_shown(FxRobot robot) throws Exception {
        open("style-aligned");
        perform(Action.SHOW_PLUGINS);
        keep("plugins-dark");
        perform(Action.SHOW_PLUGINS);
        perform(Action.SHOW_SETTINGS);
        keep("settings-dark");
        lit(() -> keep("settings-light"));
    }

    @Test
    void the_first_thing_to_see_is_templates(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".strip .image-view").queryAllAs(ImageView.class).stream()
                .allMatch(view -> view.getImage().getProgress() == 1));
        keep("start-dark");
    }

    private Document open(String example) throws IOException, WorkflowFormatException {
        Path file = HOME.resolve("examples").resolve(example + ".weft.json");
        Workflow workflow = WorkflowReader.parse(Files.readString(file), example)
                .withParameter("sampler", "steps", JsonNumber.of(STEPS));
        Document document = new Document(workflow, Optional.empty());
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> editor.get(Workspace.class).open(document));
        WaitForAsyncUtils.waitForFxEvents();
        return document;
    }

    private void perform(Action action) {
        assertThat(WaitForAsyncUtils.waitForAsyncFx(
                        5000, () -> editor.get(Actions.class).perform(action)))
                .as(action.title())
                .isTrue();
        WaitForAsyncUtils.waitForFxEvents();
    }

    private RunState runs() {
        return editor.get(RunState.class);
    }

    private void finished(int count) throws TimeoutException {
        until(() -> runs().finished().size() == count && !runs().running().get());
        assertThat(runs().finished())
                .allSatisfy(run -> assertThat(run.message()).isEmpty());
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(20_000, condition));
    }

    /// Something with the light theme.
    private void lit(Runnable work) {
        theme(Preferences.Theme.LIGHT);
        work.run();
        theme(Preferences.Theme.DARK);
    }

    private void theme(Preferences.Theme theme) {
        WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> editor.get(Preferences.class).themeProperty().set(theme));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Keeps what the window shows.
    private void keep(String name) {
        assertThat(Screens.save(stage.getScene().getRoot(), "manual-" + name)).exists();
    }
}
