package dev.weft.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.document.Document;
import dev.weft.editor.document.Edit;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.window.Choice;
import dev.weft.editor.window.Dialogs;
import dev.weft.editor.window.DocumentPage.Kind;
import dev.weft.editor.window.EditorWindow;
import dev.weft.editor.window.Toasts;
import dev.weft.editor.window.WindowControl;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.Workflow;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
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
final class EditorWindowTest {
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
    void each_open_document_has_a_tab_and_a_click_shows_it(FxRobot robot) {
        Document first = open("Style-aligned set");
        Document second = open("Panorama");
        assertThat(editor.get(Workspace.class).active()).contains(second);
        robot.clickOn("Style-aligned set");
        assertThat(editor.get(Workspace.class).active()).contains(first);
        robot.moveTo("#menu");
        robot.interact(() -> first.perform(Edit.of("Rename", graph -> graph.withTitle("Renamed set"))));
        assertThat(robot.lookup("Renamed set").tryQuery()).isPresent();
        assertThat(robot.lookup(".unsaved-dot").queryAllAs(javafx.scene.Node.class))
                .anyMatch(javafx.scene.Node::isVisible);
        Screens.save(stage.getScene().getRoot(), "window-dark");
        robot.interact(() -> editor.get(Preferences.class).themeProperty().set(Preferences.Theme.LIGHT));
        Screens.save(stage.getScene().getRoot(), "window-light");
        Screens.save(stage.getScene().getRoot(), "window-light-200", 2);
    }

    @Test
    void undo_and_redo_act_on_the_document_that_is_shown(FxRobot robot) {
        Document document = open("One");
        robot.interact(() -> document.perform(Edit.of("Rename", graph -> graph.withTitle("Two"))));
        robot.clickOn("#action-undo");
        assertThat(document.workflow().title()).isEqualTo("One");
        robot.press(KeyCode.CONTROL).type(KeyCode.Y).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#action-redo");
        assertThat(document.workflow().title()).isEqualTo("Two");
    }

    @Test
    void a_dragged_tab_goes_to_another_place(FxRobot robot) throws Exception {
        Document first = open("First");
        Document second = open("Second");
        robot.drag("First").dropBy(200, 0);
        WaitForAsyncUtils.waitFor(
                5,
                TimeUnit.SECONDS,
                () -> editor.get(Workspace.class).documents().equals(List.of(second, first)));
    }

    @Test
    void the_pages_are_chosen_by_their_buttons(FxRobot robot) {
        open("One");
        robot.clickOn("#page-gallery");
        assertThat(editor.get(WindowControl.class).pageProperty().get()).isEqualTo(Kind.GALLERY);
        robot.clickOn("#page-graph");
        assertThat(editor.get(WindowControl.class).pageProperty().get()).isEqualTo(Kind.GRAPH);
    }

    @Test
    void the_menu_holds_all_that_can_be_done(FxRobot robot) throws Exception {
        robot.clickOn("#menu");
        robot.clickOn("View");
        WaitForAsyncUtils.waitFor(
                5,
                TimeUnit.SECONDS,
                () -> robot.lookup("Full screen").tryQuery().isPresent());
        Screens.save(robot.lookup("Full screen").query().getScene().getRoot(), "menu-dark");
        robot.moveBy(160, 0);
        robot.clickOn("Sidebar");
        assertThat(editor.get(WindowControl.class).sidebarProperty().get()).isFalse();
    }

    @Test
    void a_question_lies_over_the_window_until_it_is_answered(FxRobot robot) {
        boolean[] saved = {false};
        robot.interact(() -> editor.get(Dialogs.class)
                .ask(
                        "Save the changes?",
                        "\"Style-aligned set\" has changes that are not saved. Save them, or close without them.",
                        List.of(
                                Choice.cancel("Cancel"),
                                Choice.danger("Discard", () -> {}),
                                Choice.primary("Save", () -> saved[0] = true))));
        Screens.save(stage.getScene().getRoot(), "dialog-dark");
        robot.interact(() -> editor.get(Preferences.class).themeProperty().set(Preferences.Theme.LIGHT));
        Screens.save(stage.getScene().getRoot(), "dialog-light");
        robot.clickOn("Save");
        assertThat(saved[0]).isTrue();
        assertThat(robot.lookup("#dialog").tryQuery()).isEmpty();
    }

    @Test
    void escape_answers_a_question_with_cancel(FxRobot robot) {
        robot.interact(() -> editor.get(Dialogs.class)
                .ask("Quit?", "Something runs.", List.of(Choice.cancel("Cancel"), Choice.primary("Quit", () -> {}))));
        WaitForAsyncUtils.waitForFxEvents();
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#dialog").tryQuery()).isEmpty();
    }

    @Test
    void a_message_offers_what_to_do(FxRobot robot) {
        boolean[] done = {false};
        robot.interact(() -> editor.get(Toasts.class)
                .show(
                        Toasts.Kind.ERROR,
                        "The file can't be read: it ends in the middle of a node.",
                        Optional.of(Choice.plain("Open another", () -> done[0] = true))));
        Screens.save(stage.getScene().getRoot(), "toast");
        robot.clickOn("Open another");
        assertThat(done[0]).isTrue();
        assertThat(robot.lookup(".toast").tryQuery()).isEmpty();
    }

    @Test
    void everything_grows_with_the_scale(FxRobot robot) {
        open("One");
        robot.interact(() -> editor.get(Preferences.class).scaleProperty().set(2));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".top-bar").query().localToScene(0, 44).getY()).isEqualTo(88);
        Screens.save(stage.getScene().getRoot(), "window-scaled-200");
        robot.interact(() -> editor.get(Preferences.class).scaleProperty().set(1));
    }

    @Test
    void f6_goes_round_the_regions(FxRobot robot) {
        open("One");
        Platform.runLater(() -> editor.get(Actions.class).perform(Action.NEXT_REGION));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stage.getScene().getFocusOwner()).isNotNull();
    }

    private Document open(String title) {
        Document document = new Document(Workflow.EMPTY.withTitle(title), Optional.empty());
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> editor.get(Workspace.class).open(document));
        WaitForAsyncUtils.waitForFxEvents();
        return document;
    }
}
