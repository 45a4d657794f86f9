package dev.weft.editor.window;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.theme.Theme;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The window: top bar, sidebar, pages, drawer, bottom panel and status bar.
@Singleton
public final class EditorWindow {
    private final Set<Panel> panels;
    private final WindowControl control;
    private final Theme theme;

    @Inject
    EditorWindow(Set<Panel> panels, WindowControl control, Theme theme) {
        this.panels = panels;
        this.control = control;
        this.theme = theme;
    }

    /// Shows the window on a stage.
    public void show(Stage stage) {
        BorderPane frame = new BorderPane();
        StackPane root = new StackPane(frame, control.overlay());
        Scene scene = new Scene(root, 1440, 900);
        theme.apply(scene);
        stage.setScene(scene);
        stage.setTitle("Weft");
        stage.show();
    }

    int panels() {
        return panels.size();
    }
}
