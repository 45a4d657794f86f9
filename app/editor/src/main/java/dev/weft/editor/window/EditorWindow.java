package dev.weft.editor.window;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.preferences.Preferences;
import dev.weft.editor.text.Texts;
import dev.weft.editor.theme.Measures;
import dev.weft.editor.theme.ScaledRoot;
import dev.weft.editor.theme.Theme;
import dev.weft.editor.workspace.DocumentTitle;
import dev.weft.editor.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/// The window: top bar, sidebar, pages, drawer, bottom panel and status bar.
@Singleton
public final class EditorWindow {
    private static final Texts TEXTS = Texts.of(EditorWindow.class);
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final TopBar top;
    private final Body body;
    private final StatusBar status;
    private final RegionRing regions;
    private final PageArea pages;
    private final WindowControl control;
    private final Theme theme;
    private final Keyboard keyboard;
    private final Actions actions;
    private final Preferences preferences;
    private final Workspace workspace;
    private Optional<Stage> stage = Optional.empty();

    @Inject
    EditorWindow(
            WindowActions windowActions,
            TopBar top,
            Sidebar sidebar,
            PageArea pages,
            Drawer drawer,
            BottomPanel bottom,
            Body body,
            StatusBar status,
            WindowControl control,
            Theme theme,
            Keyboard keyboard,
            Actions actions,
            Preferences preferences,
            Workspace workspace) {
        windowActions.bind();
        this.top = top;
        this.body = body;
        this.status = status;
        this.pages = pages;
        this.control = control;
        this.theme = theme;
        this.keyboard = keyboard;
        this.actions = actions;
        this.preferences = preferences;
        this.workspace = workspace;
        List<Parent> parts = List.of(top, sidebar, pages, drawer, bottom, status);
        List<String> names = List.of("top", "sidebar", "page", "drawer", "bottom", "status");
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).setAccessibleText(TEXTS.get("region_" + names.get(i)));
        }
        regions = new RegionRing(parts);
    }

    /// Closes the window without asking anything.
    public void close() {
        stage.ifPresent(Stage::hide);
    }

    /// Shows the window on a stage.
    public void show(Stage stage) {
        BorderPane frame = new BorderPane(body);
        frame.setTop(top);
        frame.setBottom(status);
        StackPane layers = new StackPane(frame, control.overlay());
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(
                new ScaledRoot(layers),
                Math.min(WIDTH, Math.max(screen.getWidth(), Measures.MINIMUM_WIDTH)),
                Math.min(HEIGHT, Math.max(screen.getHeight(), Measures.MINIMUM_HEIGHT)));
        theme.apply(scene);
        keyboard.listen(scene, pages);
        actions.handle(Action.NEXT_REGION, () -> regions.go(scene, 1));
        actions.handle(Action.PREVIOUS_REGION, () -> regions.go(scene, -1));
        actions.handle(Action.FULL_SCREEN, () -> stage.setFullScreen(!stage.isFullScreen()));
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            if (actions.perform(Action.QUIT)) {
                event.consume();
            }
        });
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> control.closed());
        this.stage = Optional.of(stage);
        preferences.scaleProperty().subscribe(scale -> {
            stage.setMinWidth(Measures.MINIMUM_WIDTH * Math.min(1, scale.doubleValue()));
            stage.setMinHeight(Measures.MINIMUM_HEIGHT * Math.min(1, scale.doubleValue()));
        });
        stage.titleProperty()
                .bind(workspace
                        .activeProperty()
                        .map(active -> active.map(document -> DocumentTitle.of(document) + " – ")
                                        .orElse("")
                                + TEXTS.get("brand")));
        stage.show();
    }
}
