package dev.weft.editor.canvas;

import dev.weft.editor.EditorFixture;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.canvas.board.Board;
import dev.weft.editor.canvas.model.PlacedNode;
import dev.weft.editor.document.Document;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.theme.Theme;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.WorkflowFile;
import dev.weft.graph.json.WorkflowFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/// One canvas in a window of its own.
final class CanvasStage {
    final EditorFixture editor;
    final Document document;
    final GraphPage page;
    final Scene scene;

    CanvasStage(Path folder, Stage stage, Workflow workflow) {
        editor = EditorFixture.in(folder);
        editor.get(Preferences.class).reduceMotionProperty().set(true);
        document = new Document(workflow, Optional.empty());
        editor.get(Workspace.class).open(document);
        page = editor.get(GraphPages.class).open(document);
        scene = new Scene(new StackPane(page.region()), 980, 760);
        editor.get(Theme.class).apply(scene);
        stage.setScene(scene);
        // Without a display, the wheel is felt where the window would be at the corner of the screen.
        stage.setX(0);
        stage.setY(0);
        stage.show();
        page.shown();
    }

    static Workflow example(String name) throws IOException, WorkflowFormatException {
        return WorkflowFile.read(Path.of(System.getProperty("weft.home"), "examples", name + ".weft.json"));
    }

    Board board() {
        return page.board();
    }

    /// Waits until all views in sight are made.
    void settle() {
        try {
            WaitForAsyncUtils.waitForFxEvents();
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> board().isComplete());
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// A point of the screen over a place on the canvas.
    Point2D screen(double x, double y) {
        return board().localToScreen(board().sight().toView(new Point2D(x, y)));
    }

    /// The head of a node, on the screen.
    Point2D head(String id) {
        settle();
        PlacedNode node = board().drawing().node(id).orElseThrow();
        return screen(node.x() + node.geometry().width() / 2, node.y() + 16);
    }

    /// A port, on the screen.
    Point2D port(String id, String name, boolean output) {
        settle();
        PlacedNode node = board().drawing().node(id).orElseThrow();
        Point2D centre = (output ? node.output(name) : node.input(name)).orElseThrow();
        return screen(centre.getX(), centre.getY());
    }

    /// Does an action.
    boolean perform(Action action) {
        boolean[] done = new boolean[1];
        act(() -> done[0] = editor.get(Actions.class).perform(action));
        settle();
        return done[0];
    }

    /// Does something in the JavaFX thread and waits for it.
    void act(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, work);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void close() {
        act(page::close);
        editor.close();
    }
}
