package dev.weft.editor.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.EditorFixture;
import dev.weft.editor.Screens;
import dev.weft.editor.document.Document;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.run.Examples;
import dev.weft.editor.run.RunRequest;
import dev.weft.editor.run.RunState;
import dev.weft.editor.run.Runner;
import dev.weft.editor.window.EditorWindow;
import dev.weft.editor.window.WindowControl;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.json.JsonNumber;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Uses the queue as people do, with the starter model.
@ExtendWith(ApplicationExtension.class)
final class QueueDrawerTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private EditorFixture editor;

    @SuppressWarnings("NullAway.Init")
    private RunState state;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void start(Stage shown) {
        editor = EditorFixture.in(folder);
        state = editor.get(RunState.class);
        stage = shown;
        editor.get(Preferences.class).tourSeenProperty().set(true);
        editor.get(EditorWindow.class).show(shown);
        editor.get(Workspace.class).open(Examples.document(Examples.styleAligned(90)));
        editor.get(WindowControl.class).drawerProperty().set(Optional.of("queue"));
    }

    @AfterEach
    void close() {
        editor.close();
    }

    @Test
    void a_run_is_begun_watched_and_found_among_those_that_are_over(FxRobot robot) throws TimeoutException {
        assertThat(text(robot, "#queue-notice")).startsWith("Nothing is waiting");
        robot.clickOn("#action-run");
        await(() -> state.currentProperty().get().filter(now -> now.step() >= 6).isPresent());
        run(3);
        await(() -> state.waiting().size() == 3);
        assertThat(text(robot, "#queue-work")).contains("of 90");
        assertThat(text(robot, "#status-queue .label")).isEqualTo("1 running, 3 waiting");
        Screens.save(stage.getScene().getRoot(), "queue-running-dark");

        long first = state.waiting().getFirst().number();
        long second = state.waiting().get(1).number();
        Node dots = robot.lookup("#waiting-" + second + " .queue-dots").query();
        robot.drag(dots).dropBy(0, -48);
        await(() -> state.waiting().getFirst().number() == second);

        Node row = robot.lookup("#waiting-" + first).query();
        inFx(() -> {
            row.requestFocus();
            return true;
        });
        robot.push(KeyCode.DELETE);
        await(() -> state.waiting().size() == 2);

        inFx(() -> {
            editor.get(Runner.class).clear();
            return true;
        });
        await(() -> state.waiting().isEmpty());
        robot.clickOn("#action-cancel");
        await(() -> state.waiting().isEmpty()
                && !state.running().get()
                && !state.finished().isEmpty());
        inFx(() -> {
            Document document = editor.get(Workspace.class).active().orElseThrow();
            document.noteWhole(workflow -> workflow.withParameter("sampler", "steps", JsonNumber.of(12)));
            return true;
        });
        run(1);
        await(() -> state.lastProperty()
                .get()
                .filter(last -> last.pictures().size() == 4)
                .isPresent());
        await(() -> !state.running().get());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text(robot, "#status-run .label")).startsWith("Finished in").contains("4 pictures");
        Screens.save(stage.getScene().getRoot(), "queue-finished-dark", 2);
        inFx(() -> {
            editor.get(Preferences.class).themeProperty().set(Preferences.Theme.LIGHT);
            return true;
        });
        Screens.save(stage.getScene().getRoot(), "queue-finished-light");

        robot.clickOn("#queue-clear");
        await(() -> state.finished().isEmpty());
    }

    private void run(int count) {
        inFx(() -> {
            editor.get(Runner.class)
                    .run(editor.get(Workspace.class).active().orElseThrow(), RunRequest.USUAL.times(count));
            return true;
        });
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> inFx(condition));
    }

    private static <T> T inFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
    }
}
