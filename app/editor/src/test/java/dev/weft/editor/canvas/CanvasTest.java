package dev.weft.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.Screens;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class CanvasTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private CanvasStage canvas;

    @Start
    void start(Stage stage) throws Exception {
        canvas = new CanvasStage(folder, stage, CanvasStage.example("style-aligned"));
    }

    @Test
    void the_example_is_drawn(FxRobot robot) {
        canvas.settle();
        assertThat(canvas.board().drawing().nodes()).hasSize(7);
        assertThat(Screens.save(canvas.page.region(), "canvas-example")).exists();
    }
}
