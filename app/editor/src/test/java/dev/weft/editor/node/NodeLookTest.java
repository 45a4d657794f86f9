package dev.weft.editor.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.EditorFixture;
import dev.weft.editor.Screens;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.theme.Theme;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class NodeLookTest {
    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private EditorFixture editor;

    @SuppressWarnings("NullAway.Init")
    private Pane sheet;

    @Start
    void start(Stage stage) {
        editor = EditorFixture.in(folder);
        sheet = new PartsSheet(editor.get(NodeViews.class)).build();
        Scene scene = new Scene(sheet, 1440, 900);
        editor.get(Theme.class).apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void the_sheet_of_parts_is_drawn_in_both_themes() {
        assertThat(Screens.save(sheet, "parts-dark")).exists();
        assertThat(Screens.save(sheet, "parts-dark-2x", 2)).exists();
        WaitForAsyncUtils.waitForAsyncFx(
                20_000, () -> editor.get(Preferences.class).themeProperty().set(Preferences.Theme.LIGHT));
        assertThat(Screens.save(sheet, "parts-light")).exists();
    }
}
