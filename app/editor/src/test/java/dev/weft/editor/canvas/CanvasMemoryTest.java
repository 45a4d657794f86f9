package dev.weft.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.document.Document;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.Workflow;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class CanvasMemoryTest {
    @TempDir(cleanup = CleanupMode.NEVER)
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private CanvasStage canvas;

    @Start
    void start(Stage stage) throws Exception {
        // The robot's log of the events of its own stage would keep all that they were sent to.
        canvas = new CanvasStage(folder, new Stage(), CanvasStage.example("style-aligned"));
    }

    @AfterEach
    void close() {
        canvas.close();
    }

    @Test
    void fifty_documents_that_were_closed_leave_the_memory() {
        canvas.settle();
        openAndClose(10);
        long before = used();
        openAndClose(50);
        assertThat((double) used()).isLessThan(before * 1.1);
    }

    private void openAndClose(int count) {
        Workflow workflow = LargeGraph.of(60);
        StackPane root = (StackPane) canvas.scene.getRoot();
        Workspace workspace = canvas.editor.get(Workspace.class);
        for (int i = 0; i < count; i++) {
            Document document = new Document(workflow, Optional.empty());
            GraphPage[] page = new GraphPage[1];
            canvas.act(() -> {
                workspace.open(document);
                page[0] = canvas.editor.get(GraphPages.class).open(document);
                root.getChildren().add(page[0].region());
            });
            WaitForAsyncUtils.waitForFxEvents(5);
            canvas.act(() -> {
                root.getChildren().remove(page[0].region());
                workspace.close(document);
                page[0].close();
            });
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            WaitForAsyncUtils.waitForFxEvents();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
