package dev.weft.editor.settings;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A part of the settings under a title of its own.
final class Section extends VBox {
    private final String id;
    private final String title;
    private final String icon;
    private final List<Node> rows;
    private final Region rule = new Region();

    /// @param id names it
    /// @param title what people read
    /// @param icon literal of an Ikonli icon
    /// @param rows settings, and other nodes
    Section(String id, String title, String icon, List<? extends Node> rows) {
        this.id = id;
        this.title = title;
        this.icon = icon;
        this.rows = List.copyOf(rows);
        Label head = new Label(title);
        head.getStyleClass().add("head");
        rule.getStyleClass().add("rule");
        getStyleClass().add("settings-section");
        setId("section-" + id);
        getChildren().add(rule);
        getChildren().add(head);
        getChildren().addAll(this.rows);
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    String icon() {
        return icon;
    }

    /// Shows the settings that what was typed is about; all of them if it is about the section.
    ///
    /// @param first whether no other section stands above
    /// @return whether anything is shown
    boolean filter(String typed, boolean first) {
        boolean all = typed.isBlank()
                || title.toLowerCase(java.util.Locale.getDefault())
                        .contains(typed.toLowerCase(java.util.Locale.getDefault()));
        boolean any = all;
        for (Node row : rows) {
            boolean shown = all || (row instanceof Findable found && found.about(typed));
            row.setVisible(shown);
            row.setManaged(shown);
            any |= shown;
        }
        setVisible(any);
        setManaged(any);
        rule.setVisible(!first);
        rule.setManaged(!first);
        return any;
    }
}
