package dev.weft.editor.window;

import com.google.inject.Inject;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.Panel.Place;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/// The panel at the bottom with its tabs. What a panel puts into its content under [Drawer#HEAD] stands at the
/// right of
/// the tabs.
@com.google.inject.Singleton
final class BottomPanel extends BorderPane {
    private static final Texts TEXTS = Texts.of(BottomPanel.class);

    private final Panels panels;
    private final SideTabs tabs;
    private final HBox own = new HBox();

    @Inject
    BottomPanel(Panels panels, WindowControl control) {
        this.panels = panels;
        tabs = new SideTabs(
                panels.in(Place.BOTTOM), "tabs", id -> control.bottomProperty().set(Optional.of(id)));
        Button close = new Button();
        close.setGraphic(new FontIcon("fltral-dismiss-20"));
        close.getStyleClass().addAll("quiet", "icon-button");
        close.setId("bottom-close");
        close.setAccessibleText(TEXTS.get("close"));
        close.setTooltip(new Tooltip(TEXTS.get("close")));
        close.setOnAction(_ -> control.bottomProperty().set(Optional.empty()));
        HBox gap = new HBox();
        HBox.setHgrow(gap, Priority.ALWAYS);
        own.setAlignment(Pos.CENTER_RIGHT);
        HBox head = new HBox(tabs, gap, own, close);
        head.getStyleClass().add("bottom-tabs");
        getStyleClass().add("bottom-panel");
        setTop(head);
        control.bottomProperty().subscribe(this::show);
    }

    private void show(Optional<String> id) {
        Optional<Panel> shown = id.flatMap(name -> panels.find(Place.BOTTOM, name));
        setVisible(shown.isPresent());
        shown.ifPresent(panel -> {
            tabs.select(panel.id());
            Node content = panels.content(panel);
            own.getChildren().clear();
            if (content.getProperties().get(Drawer.HEAD) instanceof Node node) {
                own.getChildren().add(node);
            }
            setCenter(content);
        });
    }
}
