package dev.weft.editor.search;

import dev.weft.editor.theme.Measures;
import dev.weft.graph.types.PortKind;
import java.util.Map;
import javafx.scene.layout.Region;

/// The shape of a kind of port in its colour, 12 pixels wide and high.
final class KindSign extends Region {
    private static final Map<String, String> STYLES = Map.of(
            "model", "weft-port-model",
            "clip", "weft-port-clip",
            "vae", "weft-port-vae",
            "conditioning", "weft-port-cond",
            "latent", "weft-port-latent",
            "image", "weft-port-image",
            "style", "weft-port-style",
            "controlnet", "weft-port-ctrl",
            "report", "weft-port-report");

    KindSign(PortKind kind) {
        getStyleClass().add(STYLES.getOrDefault(kind.name(), "weft-port-value"));
        setMinSize(Measures.PORT, Measures.PORT);
        setPrefSize(Measures.PORT, Measures.PORT);
        setMaxSize(Measures.PORT, Measures.PORT);
    }
}
