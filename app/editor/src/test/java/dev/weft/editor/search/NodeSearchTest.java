package dev.weft.editor.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.EditorFixture;
import dev.weft.editor.Screens;
import dev.weft.editor.document.Document;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.window.EditorWindow;
import dev.weft.editor.window.NodeSearchOpener;
import dev.weft.editor.window.NodeSearchOpener.LooseWire;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.PortAddress;
import dev.weft.graph.json.WorkflowFile;
import dev.weft.graph.types.PortKind;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class NodeSearchTest {
    @TempDir
    private static Path folder;

    private final AtomicInteger closed = new AtomicInteger();

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
        document = new Document(
                WorkflowFile.read(
                        Path.of(System.getProperty("weft.home", "../.."), "examples/style-aligned.weft.json")),
                Optional.empty());
        editor.get(EditorWindow.class).show(shown);
        editor.get(Workspace.class).open(document);
    }

    @AfterEach
    void close() {
        editor.close();
    }

    private void open(FxRobot robot, Optional<LooseWire> wire) {
        robot.interact(() -> editor.get(NodeSearchOpener.class)
                .open(new NodeSearchOpener.Request(
                        document, new Point2D(400, 120), new Point2D(640, 480), wire, closed::incrementAndGet)));
    }

    @Test
    void what_is_typed_is_added_by_enter(FxRobot robot) {
        int before = document.graph().nodes().size();
        open(robot, Optional.empty());
        robot.write("canny").type(KeyCode.ENTER);
        assertThat(document.graph().nodes()).hasSize(before + 1);
        assertThat(document.graph().nodes().getLast().type().toString()).isEqualTo("core:canny");
        assertThat(document.selection().nodes())
                .containsExactly(document.graph().nodes().getLast().id());
        assertThat(editor.get(Preferences.class).recentNodeTypes()).startsWith("core:canny");
        assertThat(closed).hasValue(1);
        assertThat(robot.lookup("#node-search").tryQuery()).isEmpty();
    }

    @Test
    void a_wire_that_waits_is_connected(FxRobot robot) {
        LooseWire wire = new LooseWire(new PortAddress("decode", "image"), true, PortKind.IMAGE);
        robot.interact(() -> editor.get(Preferences.class)
                .recentNodeTypes()
                .setAll("core:save_image", "core:vae_encode", "core:text_encode"));
        open(robot, Optional.of(wire));
        Screens.save(stage.getScene().getRoot(), "search-wire");
        Screens.save(robot.lookup("#node-search").query(), "search-wire-2x", 2);
        robot.write("resize").type(KeyCode.ENTER);
        assertThat(document.graph().links())
                .anyMatch(link ->
                        link.from().equals(wire.port()) && link.to().port().equals("image"));
    }

    @Test
    void tab_shows_also_what_does_not_fit_the_wire(FxRobot robot) {
        open(robot, Optional.of(new LooseWire(new PortAddress("decode", "image"), true, PortKind.IMAGE)));
        ListView<?> list = robot.lookup("#node-search .list-view").query();
        int fitting = list.getItems().size();
        robot.type(KeyCode.TAB);
        assertThat(list.getItems()).hasSizeGreaterThan(fitting);
        robot.type(KeyCode.TAB);
        assertThat(list.getItems()).hasSize(fitting);
    }

    @Test
    void arrows_and_clicks_choose(FxRobot robot) {
        open(robot, Optional.empty());
        robot.write("load").type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.UP);
        Screens.save(stage.getScene().getRoot(), "search-typed");
        Node row = robot.lookup(".search-found").nth(0).query();
        robot.clickOn(row);
        assertThat(document.graph().nodes().getLast().type().path()).startsWith("load");
    }

    @Test
    void what_is_not_found_says_so_and_escape_closes(FxRobot robot) {
        int before = document.graph().nodes().size();
        open(robot, Optional.empty());
        robot.write("cannyy");
        assertThat(robot.lookup("No node is called \"cannyy\". Canny Edges is close.")
                        .tryQuery())
                .isPresent();
        Screens.save(stage.getScene().getRoot(), "search-nothing");
        robot.type(KeyCode.ESCAPE);
        assertThat(document.graph().nodes()).hasSize(before);
        assertThat(closed).hasValue(1);
    }

    @Test
    void a_press_beside_the_popup_closes_it(FxRobot robot) {
        open(robot, Optional.empty());
        robot.clickOn(stage.getX() + 40, stage.getY() + 600);
        assertThat(closed).hasValue(1);
        assertThat(robot.lookup("#node-search").tryQuery()).isEmpty();
    }
}
