package dev.weft.editor.window;

import com.google.inject.Inject;
import dev.weft.editor.window.Panel.Place;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The items of the status bar, with lines between them. An item that is not managed takes its line along.
@com.google.inject.Singleton
final class StatusBar extends HBox {
    @Inject
    StatusBar(Panels panels) {
        getStyleClass().add("status-bar");
        add(panels, panels.in(Place.STATUS_LEFT));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().add(gap);
        add(panels, panels.in(Place.STATUS_RIGHT));
    }

    private void add(Panels panels, List<Panel> items) {
        boolean first = true;
        for (Panel panel : items) {
            javafx.scene.Node item = panels.content(panel);
            if (!first) {
                Region line = new Region();
                line.getStyleClass().add("rule-upright");
                line.visibleProperty().bind(item.managedProperty());
                line.managedProperty().bind(item.managedProperty());
                getChildren().add(line);
            }
            getChildren().add(item);
            first = false;
        }
    }
}
