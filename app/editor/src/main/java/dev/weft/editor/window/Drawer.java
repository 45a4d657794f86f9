package dev.weft.editor.window;

import com.google.inject.Inject;
import dev.weft.editor.text.Texts;
import dev.weft.editor.theme.Measures;
import dev.weft.editor.window.Panel.Place;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The drawer at the right: a head with title and cross, and one panel below it. It is as wide as its panel
/// prefers to
/// be, or 320. What a panel puts into its content under the property [#HEAD] stands in the head.
@com.google.inject.Singleton
public final class Drawer extends BorderPane {
    /// Key of [Node#getProperties()] of a panel's content: a node that stands in the head, before the cross.
    public static final Object HEAD = new Object();

    private static final Texts TEXTS = Texts.of(Drawer.class);

    private final Panels panels;
    private final Label title = new Label();
    private final Button close = new Button();
    private final HBox head = new HBox();

    @Inject
    Drawer(Panels panels, WindowControl control) {
        this.panels = panels;
        close.setGraphic(new FontIcon("fltral-dismiss-20"));
        close.getStyleClass().addAll("quiet", "icon-button");
        close.setId("drawer-close");
        close.setAccessibleText(TEXTS.get("close"));
        close.setTooltip(new Tooltip(TEXTS.get("close")));
        close.setOnAction(_ -> control.drawerProperty().set(Optional.empty()));
        head.getStyleClass().add("drawer-head");
        getStyleClass().add("drawer");
        setTop(head);
        control.drawerProperty().subscribe(this::show);
    }

    /// How wide the panel that is shown wants to be.
    double wantedWidth() {
        return getCenter() instanceof Region region && region.getPrefWidth() > 0
                ? region.getPrefWidth()
                : Measures.DRAWER;
    }

    private void show(Optional<String> id) {
        Optional<Panel> shown = id.flatMap(name -> panels.find(Place.DRAWER, name));
        setVisible(shown.isPresent());
        shown.ifPresent(panel -> {
            title.setText(panel.title());
            Node content = panels.content(panel);
            HBox gap = new HBox();
            HBox.setHgrow(gap, Priority.ALWAYS);
            head.getChildren().setAll(title, gap);
            if (content.getProperties().get(HEAD) instanceof Node own) {
                head.getChildren().add(own);
            }
            head.getChildren().add(close);
            setCenter(content);
        });
    }
}
