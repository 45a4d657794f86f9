package dev.weft.editor.window;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/// A row of tabs by which the panels of one place are chosen.
final class SideTabs extends HBox {
    private final Map<String, ToggleButton> tabs = new LinkedHashMap<>();

    /// @param choose called with the id of the panel whose tab was pressed
    SideTabs(List<Panel> panels, String styleClass, Consumer<String> choose) {
        getStyleClass().add(styleClass);
        for (Panel panel : panels) {
            ToggleButton tab = new ToggleButton(panel.title());
            tab.getStyleClass().add("side-tab");
            tab.setId("tab-" + panel.id());
            tab.setMinWidth(USE_PREF_SIZE);
            tab.setOnAction(_ -> {
                tab.setSelected(true);
                choose.accept(panel.id());
            });
            tabs.put(panel.id(), tab);
            getChildren().add(tab);
        }
    }

    void select(String id) {
        tabs.forEach((tab, button) -> button.setSelected(tab.equals(id)));
    }
}
