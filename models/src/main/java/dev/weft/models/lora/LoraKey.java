package dev.weft.models.lora;

import dev.weft.models.onnx.ModuleName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The key of one tensor of a LoRA file, understood.
///
/// @param part the network
/// @param layer the layer as the file spells it, with the prefix that names the network
/// @param module the layer as networks are compared
/// @param role what the tensor is to the layer
record LoraKey(LoraPart part, String layer, ModuleName module, LoraRole role) {
    private record Prefix(String text, LoraPart part) {}

    /// A longer prefix stands before the ones it begins with.
    private static final List<Prefix> PREFIXES = List.of(
            new Prefix("lora_unet_", LoraPart.UNET),
            new Prefix("lora_te1_", LoraPart.TEXT_ENCODER),
            new Prefix("lora_te2_", LoraPart.TEXT_ENCODER_2),
            new Prefix("lora_te_", LoraPart.TEXT_ENCODER),
            new Prefix("unet.", LoraPart.UNET),
            new Prefix("text_encoder_2.", LoraPart.TEXT_ENCODER_2),
            new Prefix("text_encoder.", LoraPart.TEXT_ENCODER),
            new Prefix("diffusion_model.", LoraPart.UNET));

    private static final Pattern WRAPPER = Pattern.compile("^(?:base_model\\.model\\.|module\\.)+");
    private static final Pattern TEXT_LAYER = Pattern.compile("^layers_\\d+_(?:self_attn|mlp)_.*");
    private static final Pattern IMAGE_LAYER = Pattern.compile(
            "^(?:down_blocks|mid_block|up_blocks|input_blocks|middle_block|output_blocks|conv_in|conv_out"
                    + "|time_embed|add_embedding|label_emb).*");
    private static final Pattern OLD_TEXT_PROJECTION = Pattern.compile("(self_attn_)to_(q|k|v|out)$");

    /// Understands a key; nothing if it is no LoRA's, or of another kind of network.
    static Optional<LoraKey> parse(String key) {
        for (LoraRole role : LoraRole.values()) {
            Optional<String> layer = role.layerOf(key);
            if (layer.isPresent()) {
                return parse(layer.get(), role);
            }
        }
        return Optional.empty();
    }

    private static Optional<LoraKey> parse(String layer, LoraRole role) {
        String bare = WRAPPER.matcher(layer).replaceFirst("");
        for (Prefix prefix : PREFIXES) {
            if (bare.startsWith(prefix.text())) {
                ModuleName module = module(bare.substring(prefix.text().length()), prefix.part());
                return Optional.of(new LoraKey(prefix.part(), layer, module, role));
            }
        }
        ModuleName module = ModuleName.of(bare);
        if (TEXT_LAYER.matcher(module.flat()).matches()) {
            return Optional.of(new LoraKey(LoraPart.TEXT_ENCODER, layer, module(bare, LoraPart.TEXT_ENCODER), role));
        }
        return IMAGE_LAYER.matcher(module.flat()).matches()
                ? Optional.of(new LoraKey(LoraPart.UNET, layer, module(bare, LoraPart.UNET), role))
                : Optional.empty();
    }

    /// The layer's name in the networks of today: early files name the attention processor, in which the output
    /// layer has no number, and the text encoder's projections as the U-Net's.
    private static ModuleName module(String path, LoraPart part) {
        String flat = ModuleName.of(path.replace(".processor.", ".")).flat();
        if (part == LoraPart.UNET) {
            return new ModuleName(flat.endsWith("_to_out") ? flat + "_0" : flat);
        }
        return new ModuleName(OLD_TEXT_PROJECTION.matcher(flat).replaceFirst("$1$2_proj"));
    }
}
