package dev.weft.editor.node;

import dev.weft.graph.types.PortKind;
import java.util.Map;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineJoin;

/// The sign of a port: each kind has its shape, filled when a wire is connected and hollow when not. It is 12
/// pixels
/// wide and high, around the place to which it is moved.
public final class PortGlyph extends SVGPath {
    private static final String DISC = "M0-5A5 5 0 1 1 0 5 5 5 0 1 1 0-5Z";
    private static final String SMALL_DISC = "M0-3.5A3.5 3.5 0 1 1 0 3.5 3.5 3.5 0 1 1 0-3.5Z";
    private static final String THICK_RING =
            "M0-5.5A5.5 5.5 0 1 1 0 5.5 5.5 5.5 0 1 1 0-5.5ZM0-2.9A2.9 2.9 0 1 0 0 2.9 2.9 2.9 0 1 0 0-2.9Z";
    private static final String THIN_RING = "M0-4.2A4.2 4.2 0 1 1 0 4.2 4.2 4.2 0 1 1 0-4.2Z";

    private static final Map<String, String> SHAPES = Map.of(
            "model", "M-2.8-4.9H2.8L5.6 0 2.8 4.9H-2.8L-5.6 0Z",
            "clip", "M-4.4-5.2 5.2 0-4.4 5.2Z",
            "vae", "M-4-5H0A5 5 0 0 1 0 5H-4Z",
            "conditioning", "M0-5.7 5.7 0 0 5.7-5.7 0Z",
            "latent", DISC,
            "image",
                    "M-3-4.5H3A1.5 1.5 0 0 1 4.5-3V3A1.5 1.5 0 0 1 3 4.5H-3A1.5 1.5 0 0 1-4.5 3V-3A1.5 1.5 0 0 1-3-4.5Z",
            "style", THICK_RING,
            "controlnet", "M-1.8-5.2H1.8V-1.8H5.2V1.8H1.8V5.2H-1.8V1.8H-5.2V-1.8H-1.8Z",
            "report", "M-5 .5H-2.4V5H-5ZM-1.3-2.4H1.3V5H-1.3ZM2.4-5H5V5H2.4Z");

    private static final double OPEN_SCALE = 0.9;

    /// @param connected whether a wire ends or begins at the port
    public PortGlyph(PortKind kind, boolean connected) {
        boolean ring = kind.equals(PortKind.STYLE);
        setContent(ring && !connected ? THIN_RING : SHAPES.getOrDefault(kind.name(), SMALL_DISC));
        getStyleClass().add(connected ? "port-connected" : "port-open");
        String colour = KindColour.css(kind);
        if (connected) {
            setStroke(null);
            setStyle("-fx-fill: " + colour + ";");
        } else {
            setStrokeLineJoin(StrokeLineJoin.ROUND);
            setFill(Color.TRANSPARENT);
            setStyle("-fx-stroke: " + colour + ";");
            if (!ring) {
                setScaleX(OPEN_SCALE);
                setScaleY(OPEN_SCALE);
            }
        }
        setMouseTransparent(true);
    }
}
