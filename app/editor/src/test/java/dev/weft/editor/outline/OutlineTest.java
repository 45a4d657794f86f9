package dev.weft.editor.outline;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.weft.editor.EditorFixture;
import dev.weft.editor.Screens;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.document.Document;
import dev.weft.editor.document.Item;
import dev.weft.editor.run.NodeRun;
import dev.weft.editor.run.RunStates;
import dev.weft.editor.theme.Theme;
import dev.weft.editor.window.GraphNavigator;
import dev.weft.editor.window.WindowControl;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.json.WorkflowFile;
import dev.weft.runtime.WeftRuntime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
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
final class OutlineTest {
    @TempDir
    private static Path folder;

    private final List<String> revealed = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private EditorFixture editor;

    @SuppressWarnings("NullAway.Init")
    private Injector injector;

    @SuppressWarnings("NullAway.Init")
    private Document document;

    @SuppressWarnings("NullAway.Init")
    private StackPane root;

    @Start
    void start(Stage stage) throws Exception {
        editor = EditorFixture.in(folder);
        injector = Guice.createInjector(binder -> {
            binder.bind(WeftRuntime.class).toInstance(editor.runtime());
            binder.bind(GraphNavigator.class).toInstance(new Noting());
            binder.bind(GraphFinder.class).asEagerSingleton();
        });
        document = new Document(
                WorkflowFile.read(
                        Path.of(System.getProperty("weft.home", "../.."), "examples/style-aligned.weft.json")),
                Optional.empty());
        Outline outline = injector.getInstance(Outline.class);
        outline.setPrefWidth(208);
        outline.setStyle("-fx-background-color: -weft-panel;");
        BorderPane frame = new BorderPane();
        frame.setLeft(outline);
        root = new StackPane(frame, injector.getInstance(WindowControl.class).overlay());
        Scene scene = new Scene(root, 760, 480);
        injector.getInstance(Theme.class).apply(scene);
        injector.getInstance(Workspace.class).open(document);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        editor.close();
    }

    private final class Noting implements GraphNavigator {
        @Override
        public void reveal(Document shown, String node) {
            revealed.add(node);
        }

        @Override
        public Point2D middle(Document shown) {
            return Point2D.ZERO;
        }

        @Override
        public Optional<Point2D> at(Document shown, double windowX, double windowY) {
            return Optional.empty();
        }
    }

    @Test
    void the_outline_lists_nodes_with_states_and_goes_to_them(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            RunStates states = injector.getInstance(RunStates.class);
            states.of(document).put("model", NodeRun.of(NodeRun.State.CACHED));
            states.of(document).put("sampler", NodeRun.of(NodeRun.State.FAILED));
            document.selection().select(new Item.OfNode("sampler"));
        });
        TreeView<?> tree = robot.lookup("#outline .tree-view").query();
        assertThat(tree.getRoot().getChildren()).hasSameSizeAs(document.graph().nodes());
        assertThat(tree.getSelectionModel().getSelectedIndex()).isEqualTo(4);
        Screens.save(root, "outline");
        robot.clickOn("VAE Decode");
        assertThat(revealed).containsExactly("decode");
    }

    @Test
    void find_in_graph_shows_what_holds_the_words(FxRobot robot) {
        robot.interact(() -> injector.getInstance(Actions.class).perform(Action.FIND_IN_GRAPH));
        robot.write("guitar");
        Screens.save(root, "find-in-graph");
        robot.type(KeyCode.ENTER);
        assertThat(revealed).containsExactly("prompts");
        assertThat(robot.lookup("#finder").tryQuery()).isEmpty();
    }

    @Test
    void arrows_show_one_node_after_another(FxRobot robot) {
        robot.interact(() -> injector.getInstance(Actions.class).perform(Action.GO_TO_NODE));
        robot.write("vae").type(KeyCode.DOWN).type(KeyCode.ESCAPE);
        assertThat(revealed).containsExactly("decode");
    }
}
