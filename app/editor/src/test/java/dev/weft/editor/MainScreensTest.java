package dev.weft.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.document.Document;
import dev.weft.editor.document.Item;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.window.EditorWindow;
import dev.weft.editor.workspace.Workspace;
import dev.weft.graph.json.WorkflowReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The first example in the whole window, as pictures for people to look at.
@ExtendWith(ApplicationExtension.class)
final class MainScreensTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private EditorFixture editor;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @SuppressWarnings("NullAway.Init")
    private Document document;

    @Start
    void start(Stage shown) throws Exception {
        stage = shown;
        editor = EditorFixture.in(folder);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1440);
        stage.setHeight(900);
        editor.get(EditorWindow.class).show(shown);
        Path example = Path.of(System.getProperty("weft.home"), "examples", "style-aligned.weft.json");
        document = new Document(WorkflowReader.parse(Files.readString(example), "example"), Optional.of(example));
        editor.get(Workspace.class).open(document);
    }

    @AfterEach
    void stop() {
        editor.close();
    }

    @Test
    void the_example_fills_the_window_in_both_themes_and_sizes() {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> document.selection().select(new Item.OfNode("sampler")));
        Screens.save(stage.getScene().getRoot(), "main-dark");
        Screens.save(stage.getScene().getRoot(), "main-dark-200", 2);
        WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> editor.get(Preferences.class).themeProperty().set(Preferences.Theme.LIGHT));
        assertThat(Screens.save(stage.getScene().getRoot(), "main-light")).exists();
    }
}
