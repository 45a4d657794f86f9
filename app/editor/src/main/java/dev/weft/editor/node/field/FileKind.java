package dev.weft.editor.node.field;

import dev.weft.graph.NodeTypeId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What sort of file a text names, which decides how people choose it.
public enum FileKind {
    /// A folder of models.
    MODEL,
    /// A LoRA.
    LORA,
    /// A ControlNet.
    CONTROLNET,
    /// A picture.
    PICTURE,
    /// A file of latents.
    LATENT,
    /// A style.
    STYLE,
    /// A folder.
    FOLDER;

    private static final Map<String, FileKind> PARAMETERS = Map.ofEntries(
            Map.entry("core:load_model.model", MODEL),
            Map.entry("core:load_lora.lora", LORA),
            Map.entry("core:load_controlnet.controlnet", CONTROLNET),
            Map.entry("core:load_image.image", PICTURE),
            Map.entry("core:load_image_folder.folder", FOLDER),
            Map.entry("core:load_latent.file", LATENT),
            Map.entry("core:text_encode.wildcards", FOLDER),
            Map.entry("stylealigned:load_style.file", STYLE),
            Map.entry("stylealigned:score_folder.folder", FOLDER));

    /// What a parameter names, if it names files.
    public static Optional<FileKind> of(NodeTypeId type, String parameter) {
        return Optional.ofNullable(PARAMETERS.get(type + "." + parameter));
    }

    /// Whether it is chosen from the folders of models.
    boolean inModels() {
        return this == MODEL || this == LORA || this == CONTROLNET;
    }

    /// Endings of the files among which people choose.
    List<String> endings() {
        return switch (this) {
            case PICTURE -> List.of("*.png", "*.jpg", "*.jpeg", "*.tif", "*.tiff", "*.bmp", "*.gif");
            case LATENT -> List.of("*.latent");
            case STYLE -> List.of("*.style");
            case LORA -> List.of("*.safetensors");
            case CONTROLNET -> List.of("*.onnx");
            case MODEL, FOLDER -> List.of();
        };
    }
}
