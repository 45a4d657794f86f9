package dev.weft.models.lora;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The settings of PEFT that diffusers (from 0.34) writes beside the tensors, as JSON with keys such as
/// `unet.lora_alpha`.
final class AdapterMetadata {
    static final String KEY = "lora_adapter_metadata";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode settings;

    private AdapterMetadata(JsonNode settings) {
        this.settings = settings;
    }

    /// @param file names the file in messages
    /// @throws LoraException if the settings are there but cannot be read
    static AdapterMetadata of(String file, Map<String, String> metadata) throws LoraException {
        String text = metadata.getOrDefault(KEY, "{}");
        try {
            JsonNode settings = JSON.readTree(text);
            if (settings != null && settings.isObject()) {
                return new AdapterMetadata(settings);
            }
        } catch (JacksonException e) {
            throw unreadable(file, e);
        }
        throw unreadable(file, null);
    }

    private static LoraException unreadable(String file, @Nullable Throwable cause) {
        String message =
                "The LoRA " + file + " holds settings (" + KEY + ") that are not a JSON object; get the file again.";
        return cause == null ? new LoraException(message) : new LoraException(message, cause);
    }

    /// The factor alpha by rank (by the root of the rank in a rank-stabilised LoRA) of a layer, if the settings
    /// say it.
    Optional<Double> scale(LoraKey key, int rank) {
        String network = switch (key.part()) {
            case UNET -> "unet.";
            case TEXT_ENCODER -> "text_encoder.";
            case TEXT_ENCODER_2 -> "text_encoder_2.";
        };
        JsonNode alpha = settings.path(network + "lora_alpha");
        for (Map.Entry<String, JsonNode> exception :
                settings.path(network + "alpha_pattern").properties()) {
            String pattern = exception.getKey();
            String layer = key.layer();
            if (layer.endsWith("." + pattern) || layer.equals(pattern)) {
                alpha = exception.getValue();
            }
        }
        if (!alpha.isNumber() || !Double.isFinite(alpha.doubleValue())) {
            return Optional.empty();
        }
        boolean stabilised = settings.path(network + "use_rslora").asBoolean(false);
        return Optional.of(alpha.doubleValue() / (stabilised ? Math.sqrt(rank) : rank));
    }
}
