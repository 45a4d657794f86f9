package dev.weft.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.window.EditorWindow;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class EditorWindowTest {
    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        EditorFixture.in(folder).get(EditorWindow.class).show(shown);
    }

    @Test
    void the_window_opens() {
        assertThat(stage.isShowing()).isTrue();
        assertThat(Screens.save(stage.getScene().getRoot(), "window")).exists();
    }
}
