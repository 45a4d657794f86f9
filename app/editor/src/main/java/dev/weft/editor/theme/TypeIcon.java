package dev.weft.editor.theme;

import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.PortKind;
import java.util.List;
import java.util.Map;

/// Which icon stands for a node type.
public final class TypeIcon {
    /// Stands for node types whose plugin is missing.
    public static final String MISSING = "fltrmz-plug-disconnected-20";

    /// Stands for subgraphs.
    public static final String SUBGRAPH = "fltrmz-organization-20";

    private static final String PLUGIN = "fltral-extension-20";

    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("core:load_model", "fltral-cube-20"),
            Map.entry("core:load_lora", "fltral-color-fill-20"),
            Map.entry("core:load_controlnet", "fltrmz-shapes-20"),
            Map.entry("core:apply_controlnet", "fltrmz-shapes-20"),
            Map.entry("core:text_encode", "fltrmz-text-font-20"),
            Map.entry("core:empty_latent", "fltral-grid-20"),
            Map.entry("core:vae_decode", "fltral-arrow-swap-20"),
            Map.entry("core:vae_encode", "fltral-arrow-swap-20"),
            Map.entry("core:save_image", "fltrmz-save-20"),
            Map.entry("core:save_latent", "fltrmz-save-20"),
            Map.entry("stylealigned:save_style", "fltrmz-save-20"));

    private static final Map<String, String> CATEGORIES = Map.of(
            "model", "fltral-cube-20",
            "conditioning", "fltrmz-text-font-20",
            "latent", "fltral-grid-20",
            "sampling", "fltral-layer-20",
            "style", "fltrmz-style-guide-24",
            "image", "fltral-image-20",
            "mask", "fltral-image-20",
            "scores", "fltral-data-bar-vertical-20",
            "text", "fltrmz-text-font-20",
            "subgraph", SUBGRAPH);

    private static final Map<PortKind, String> KINDS = Map.of(
            PortKind.MODEL, "fltral-cube-20",
            PortKind.CONDITIONING, "fltrmz-text-font-20",
            PortKind.LATENT, "fltral-grid-20",
            PortKind.IMAGE, "fltral-image-20",
            PortKind.STYLE, "fltrmz-style-guide-24",
            PortKind.CONTROLNET, "fltrmz-shapes-20");

    private TypeIcon() {}

    /// The literal of the icon: that of the node type, of its category, or of what it gives first.
    public static String of(NodeSignature type) {
        String named = NAMED.getOrDefault(type.id().toString(), CATEGORIES.getOrDefault(type.category(), ""));
        if (!named.isEmpty()) {
            return named;
        }
        List<OutputPort> outputs = type.outputs();
        return outputs.isEmpty()
                ? PLUGIN
                : KINDS.getOrDefault(outputs.getFirst().kind(), PLUGIN);
    }
}
