package dev.weft.editor.canvas.board;

import dev.weft.graph.types.PortKind;
import java.util.Map;

final class KindColours {
    private static final Map<String, String> NAMED = Map.of(
            "model", "-weft-p-model", "clip", "-weft-p-clip", "vae", "-weft-p-vae", "conditioning", "-weft-p-cond",
            "latent", "-weft-p-latent", "image", "-weft-p-image", "style", "-weft-p-style",
            "controlnet", "-weft-p-ctrl", "report", "-weft-p-report");

    static String css(PortKind kind) {
        return NAMED.getOrDefault(kind.name(), "-weft-p-value");
    }
}
