package dev.weft.editor.outline;

import dev.weft.editor.run.NodeRun;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/// A row of the outline: icon, title and state of a node.
final class OutlineCell extends TreeCell<OutlineEntry> {
    private final Function<String, NodeRun> runs;

    /// @param runs what is known of a node from the last run, by its id in the whole workflow
    OutlineCell(Function<String, NodeRun> runs) {
        this.runs = runs;
        getStyleClass().add("outline-cell");
    }

    @Override
    protected void updateItem(OutlineEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        setText(null);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Label title = new Label(entry.title());
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox row = new HBox(new FontIcon(entry.icon()), title);
        row.getStyleClass().add("outline-row");
        NodeRun.State state = runs.apply(entry.id()).state();
        if (entry.missing()) {
            FontIcon warning = new FontIcon("fltfmz-warning-20");
            warning.getStyleClass().addAll("outline-state", "icon-warn");
            row.getChildren().add(warning);
        } else {
            StateSign.of(state).ifPresent(row.getChildren()::add);
        }
        setGraphic(row);
        setAccessibleText(entry.title() + ", " + (entry.missing() ? entry.type() : StateSign.words(state)));
    }
}
