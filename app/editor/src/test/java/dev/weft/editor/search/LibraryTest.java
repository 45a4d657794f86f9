package dev.weft.editor.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.util.Modules;
import dev.weft.editor.EditorFixture;
import dev.weft.editor.Screens;
import dev.weft.editor.document.Document;
import dev.weft.editor.theme.Theme;
import dev.weft.editor.window.GraphNavigator;
import dev.weft.editor.window.WindowControl;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.Workflow;
import dev.weft.runtime.WeftRuntime;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The library beside an area that stands for the canvas: its places are those of the window.
@ExtendWith(ApplicationExtension.class)
final class LibraryTest {
    private static final double WIDTH = 208;

    @TempDir
    private static Path folder;

    private final Document document = new Document(Workflow.EMPTY, Optional.empty());

    @SuppressWarnings("NullAway.Init")
    private EditorFixture editor;

    @SuppressWarnings("NullAway.Init")
    private BorderPane frame;

    @Start
    void start(Stage stage) {
        editor = EditorFixture.in(folder);
        Injector injector = Guice.createInjector(Modules.EMPTY_MODULE, binder -> {
            binder.bind(WeftRuntime.class).toInstance(editor.runtime());
            binder.bind(GraphNavigator.class).toInstance(new FlatCanvas());
        });
        frame = new BorderPane();
        Library library = injector.getInstance(Library.class);
        library.setPrefWidth(WIDTH);
        library.setStyle("-fx-background-color: -weft-panel;");
        frame.setLeft(library);
        frame.setCenter(new Region());
        Scene scene = new Scene(
                new StackPane(frame, injector.getInstance(WindowControl.class).overlay()), 900, 760);
        injector.getInstance(Theme.class).apply(scene);
        injector.getInstance(Workspace.class).open(document);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        editor.close();
    }

    private static final class FlatCanvas implements GraphNavigator {
        @Override
        public void reveal(Document document, String node) {}

        @Override
        public Point2D middle(Document document) {
            return new Point2D(500, 400);
        }

        @Override
        public Optional<Point2D> at(Document document, double windowX, double windowY) {
            return windowX > WIDTH ? Optional.of(new Point2D(windowX, windowY)) : Optional.empty();
        }
    }

    @Test
    void a_click_adds_a_node_in_the_middle(FxRobot robot) {
        robot.clickOn("#library-core-vae_decode").clickOn("#library-core-vae_decode");
        assertThat(document.graph().nodes()).hasSize(2);
        assertThat(document.graph().nodes().getFirst().position())
                .isNotEqualTo(document.graph().nodes().getLast().position());
        Screens.save(frame, "library");
    }

    @Test
    void a_node_type_that_is_dragged_is_added_where_it_is_dropped(FxRobot robot) {
        double x = frame.getScene().getWindow().getX();
        double y = frame.getScene().getWindow().getY();
        robot.drag("#library-core-load_model").moveTo(x + 300, y + 300).moveTo(x + 464, y + 380);
        Screens.save(frame.getScene().getRoot(), "library-drag");
        robot.drop();
        assertThat(document.graph().nodes()).hasSize(1);
        assertThat(document.graph()
                        .nodes()
                        .getFirst()
                        .position()
                        .orElseThrow()
                        .x()
                        .approximate())
                .isBetween(440.0, 490.0);
    }

    @Test
    void a_node_type_that_is_dropped_beside_the_canvas_is_not_added(FxRobot robot) {
        robot.drag("#library-core-load_model").dropTo("#library-section-latent");
        assertThat(document.graph().nodes()).isEmpty();
    }

    @Test
    void the_field_filters_and_enter_on_a_row_adds(FxRobot robot) {
        robot.clickOn("#library-field").write("ksampler");
        assertThat(robot.lookup(".library-row").queryAll()).hasSizeBetween(1, 3);
        robot.interact(() -> robot.lookup(".library-row").nth(0).query().requestFocus());
        robot.type(KeyCode.ENTER);
        assertThat(document.graph().nodes()).hasSize(1);
        robot.interact(
                () -> robot.lookup("#library-field").queryAs(TextField.class).setText("zzzz"));
        assertThat(robot.lookup("No node is called \"zzzz\".").tryQuery()).isPresent();
    }

    @Test
    void a_section_folds_and_says_how_many_it_holds(FxRobot robot) {
        int rows = robot.lookup(".library-row").queryAll().size();
        robot.clickOn("#library-section-model");
        assertThat(robot.lookup(".library-row").queryAll()).hasSize(rows - 3);
        assertThat(robot.lookup(".library-count").queryLabeled().getText()).isEqualTo("3");
    }
}
