package dev.weft.editor.problems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.EditorFixture;
import dev.weft.editor.Screens;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.document.Document;
import dev.weft.editor.run.NodeRun;
import dev.weft.editor.run.RunStates;
import dev.weft.editor.window.EditorWindow;
import dev.weft.editor.window.WindowControl;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.Position;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.WorkflowFile;
import dev.weft.nodes.api.ExecutionEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
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
final class ProblemsTest {
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
        Workflow example = WorkflowFile.read(
                Path.of(System.getProperty("weft.home", "../.."), "examples/style-aligned.weft.json"));
        List<Node> nodes = new ArrayList<>(example.nodes());
        nodes.add(Node.of("blend", NodeTypeId.parse("styleblend:blend"), 1, Map.of())
                .withTitle("Blend two styles")
                .withPosition(Position.of(24, 520)));
        document = new Document(
                example.withNodes(nodes).withParameter("latent", "batch_size", JsonNumber.of(3)), Optional.empty());
        editor.get(EditorWindow.class).show(shown);
        editor.get(Workspace.class).open(document);
        editor.get(WindowControl.class).bottomProperty().set(Optional.of("problems"));
    }

    @AfterEach
    void close() {
        editor.close();
    }

    private List<ProblemRow> rows(int count) throws Exception {
        ProblemList problems = editor.get(ProblemList.class);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> problems.rows().size() == count);
        WaitForAsyncUtils.waitForFxEvents();
        return List.copyOf(problems.rows());
    }

    @Test
    void problems_say_what_is_wrong_where_and_what_mends_it(FxRobot robot) throws Exception {
        List<ProblemRow> rows = rows(2);
        assertThat(rows.getFirst().severity()).isEqualTo(ProblemRow.Severity.ERROR);
        assertThat(rows.getFirst().remedy().orElseThrow().title()).isEqualTo("Set Batch to 4");
        assertThat(rows.getLast().place()).isEqualTo("Blend two styles");
        Screens.save(stage.getScene().getRoot(), "problems");
        Screens.save(robot.lookup("#problems").query(), "problems-2x", 2);
        robot.clickOn("Set Batch to 4");
        assertThat(rows(1).getFirst().remedy().orElseThrow().title()).isEqualTo("Open plugins");
        assertThat(document.graph().node("latent").orElseThrow().parameters().get("batch_size"))
                .isEqualTo(JsonNumber.of(4));
        robot.interact(document::undo);
        rows(2);
    }

    @Test
    void a_click_shows_the_node(FxRobot robot) throws Exception {
        rows(2);
        robot.clickOn("Blend two styles");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(document.selection().nodes()).containsExactly("blend");
    }

    @Test
    void what_failed_in_a_run_and_what_did_not_run_because_of_it_is_listed(FxRobot robot) throws Exception {
        rows(2);
        robot.interact(() -> {
            Map<String, NodeRun> states = editor.get(RunStates.class).of(document);
            states.put(
                    "decode",
                    new NodeRun(
                            NodeRun.State.FAILED,
                            0,
                            0,
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            "There is too little memory.",
                            Optional.empty()));
            states.put("save", NodeRun.of(NodeRun.State.NOT_RUN));
        });
        assertThat(rows(4).getLast().sentence()).isEqualTo("One node did not run, because it needs VAE Decode.");
    }

    @Test
    void the_report_can_be_copied_and_the_status_bar_counts(FxRobot robot) throws Exception {
        rows(2);
        robot.clickOn("#copy-report");
        String copied = WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).contains("Blend two styles: ").hasLineCount(2);
        assertThat(robot.lookup("#problems-status").query().getAccessibleText()).isEqualTo("Problems: 1, 1");
    }

    @Test
    void the_log_tells_what_a_run_did(FxRobot robot) throws Exception {
        robot.interact(() -> editor.get(Actions.class).perform(Action.SHOW_LOG));
        RunLog log = editor.get(RunLog.class);
        log.happened("1", new ExecutionEvent.NodeCached("model"));
        log.happened("1", new ExecutionEvent.NodeFailed("sampler", Optional.empty(), "No."));
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> log.lines().size() == 2);
        assertThat(log.lines().getLast()).endsWith("sampler: No.");
        ListView<?> list = robot.lookup("#run-log .list-view").query();
        assertThat(list.getItems()).hasSize(2);
    }
}
