package dev.weft.editor.node;

import dev.weft.editor.node.field.Layer;
import dev.weft.editor.theme.Measures;
import dev.weft.editor.theme.Typeset;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;

/// What is drawn of a node from afar on top of its rectangle: the title, at a constant size on the screen while
/// it
/// fits,
/// and its state as a colour at the left edge.
final class ShellView extends Layer {
    private static final double EDGE = 3;
    private static final double LEAST_ROOM = 24;
    private static final double NOTICED = 0.05;

    private final Text title = words("", 0, 0, "node-shell-title");
    private final Scale scale = new Scale(1, 1, 0, 0);
    private final Region edge;
    private final NodeModel model;
    private final double width;
    private double zoom;

    ShellView(NodeModel model, double width, double height) {
        this.model = model;
        this.width = width;
        edge = box(1, 1, EDGE, height - 2, "node-edge");
        NodeState state = NodeState.of(model);
        String colour = state == NodeState.CACHED ? "done" : state.name().toLowerCase(Locale.ROOT);
        edge.pseudoClassStateChanged(PseudoClass.getPseudoClass(colour), true);
        title.getTransforms().add(scale);
        getChildren().addAll(edge, title);
    }

    /// Fits the title to a zoom.
    void zoom(double changed) {
        if (zoom > 0 && Math.abs(changed / zoom - 1) < NOTICED) {
            return;
        }
        zoom = changed;
        double line = EDGE / zoom;
        edge.resize(line, edge.getHeight());
        double x = 1 + line + Measures.FIELD_GAP / zoom;
        double room = (width - x - Measures.FIELD_GAP / zoom) * zoom;
        title.setVisible(room >= LEAST_ROOM);
        if (title.isVisible()) {
            title.setText(Typeset.CAPTION.cut(model.title(), room));
            scale.setX(1 / zoom);
            scale.setY(1 / zoom);
            title.setLayoutX(x);
            title.setLayoutY(12 / zoom);
        }
    }
}
