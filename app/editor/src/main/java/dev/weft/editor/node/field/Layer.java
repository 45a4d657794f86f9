package dev.weft.editor.node.field;

import javafx.collections.ObservableList;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// Painted things in fixed places, which neither take part in layout nor in picking.
public class Layer extends Region {
    /// An empty layer in the upper left corner.
    @SuppressWarnings("this-escape")
    public Layer() {
        setManaged(false);
        setMouseTransparent(true);
    }

    @Override
    public ObservableList<Node> getChildren() {
        return super.getChildren();
    }

    @Override
    protected final void layoutChildren() {
        // Everything is put into its place when it is made.
    }

    /// Words in one line around the height y, beginning at x.
    public static Text words(String words, double x, double y, String... styles) {
        Text text = new Text(x, y, words);
        text.setTextOrigin(VPos.CENTER);
        text.getStyleClass().addAll(styles);
        text.setMouseTransparent(true);
        return text;
    }

    /// A rectangle that is coloured by style classes.
    public static Region box(double x, double y, double width, double height, String... styles) {
        Region box = new Region();
        box.setManaged(false);
        box.setMouseTransparent(true);
        box.getStyleClass().setAll(styles);
        box.resizeRelocate(x, y, width, height);
        return box;
    }
}
