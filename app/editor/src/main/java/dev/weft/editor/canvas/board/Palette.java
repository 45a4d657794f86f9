package dev.weft.editor.canvas.board;

import dev.weft.editor.node.KindColour;
import dev.weft.graph.types.PortKind;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;

/// Colours of the style sheets for what is painted in code. Each is the fill of a shape without size, so that
/// it
/// follows
/// the theme.
public final class Palette extends Pane {
    private final Map<String, Rectangle> probes = new HashMap<>();
    private Runnable changed = () -> {};

    Palette() {
        setManaged(false);
        setMouseTransparent(true);
    }

    /// Calls this whenever colours changed.
    void onChange(Runnable listener) {
        changed = listener;
    }

    /// A looked-up colour, such as `-weft-node`.
    public Paint paint(String name) {
        return probes.computeIfAbsent(name, this::probe).getFill();
    }

    /// A looked-up colour; black if it is no plain colour.
    public Color colour(String name) {
        return paint(name) instanceof Color colour ? colour : Color.BLACK;
    }

    /// The colour of what flows through a port.
    public Paint kind(PortKind kind) {
        return paint(KindColour.css(kind));
    }

    private Rectangle probe(String name) {
        Rectangle probe = new Rectangle();
        probe.setManaged(false);
        probe.setStyle("-fx-fill: " + name + ";");
        getChildren().add(probe);
        probe.applyCss();
        probe.fillProperty().subscribe((before, after) -> changed.run());
        return probe;
    }
}
