package dev.weft.editor.node;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// What is drawn of one node. It has the size that [NodeGeometry] says, and is moved by whoever places it.
public final class NodeView extends Region {
    private final Label title = new Label();
    private NodeModel model;

    NodeView(NodeModel model) {
        this.model = model;
        getStyleClass().add("node");
        getChildren().add(title);
        title.relocate(10, 6);
        show(model);
    }

    /// The model that is shown.
    public NodeModel model() {
        return model;
    }

    /// Shows another model of the same node. Costs nothing if it is equal.
    public void show(NodeModel changed) {
        model = changed;
        title.setText(changed.title());
        NodeGeometry geometry = NodeGeometry.of(changed);
        resize(geometry.width(), geometry.height());
    }

    /// Draws more or less of it.
    public void detail(Detail detail) {
        title.setVisible(detail != Detail.SHELL);
    }

    /// Draws the ring of a selected node, or not.
    public void select(boolean selected) {
        pseudoClassStateChanged(PseudoClass.getPseudoClass("selected"), selected);
    }
}
