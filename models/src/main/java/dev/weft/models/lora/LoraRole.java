package dev.weft.models.lora;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a tensor of a LoRA file is to its layer, as the end of its key says.
///
/// Layouts: PEFT and diffusers (`lora_A`, `lora_B`), older diffusers (`lora.down`, `lora_linear_layer.down`,
/// `processor.to_q_lora.down`), kohya (`lora_down`, `lora_up`, `alpha`). Of the other methods, whose files come
/// under the same name, only the kind is recognised.
enum LoraRole {
    DOWN(
            "\\.lora_A(?:\\.[^.]+)?\\.weight|\\.lora_down\\.weight|[._]lora\\.down\\.weight|\\.lora_linear_layer\\.down\\.weight"),
    UP("\\.lora_B(?:\\.[^.]+)?\\.weight|\\.lora_up\\.weight|[._]lora\\.up\\.weight|\\.lora_linear_layer\\.up\\.weight"),
    ALPHA("\\.alpha"),
    MIDDLE("\\.lora_mid\\.weight", "the middle matrices of a LoCon (lora_mid)"),
    DORA("\\.dora_scale|\\.lora_magnitude_vector(?:\\..+)?", "a DoRA (dora_scale)"),
    LOHA("\\.hada_(?:w[12]_[ab]|t[12])", "a LoHa (hada)"),
    LOKR("\\.lokr_(?:w[12](?:_[ab])?|t2)", "a LoKr (lokr)"),
    OFT("\\.oft_(?:blocks|diag)|\\.oft_R(?:\\..+)?", "an OFT (oft)"),
    IA3("\\.on_input|\\.ia3_l(?:\\..+)?", "an IA³ (on_input)"),
    DIFFERENCE("\\.diff|\\.diff_b|\\.set_weight|\\.w_norm|\\.b_norm", "whole weights (diff)"),
    BIAS("\\.lora_[AB](?:\\.[^.]+)?\\.bias|\\.lora_(?:up|down)\\.bias", "biases (lora bias)");

    private final Pattern ending;
    private final Optional<String> unsupported;

    LoraRole(String ending) {
        this.ending = Pattern.compile("^(.+?)(?:" + ending + ")$");
        this.unsupported = Optional.empty();
    }

    LoraRole(String ending, String unsupported) {
        this.ending = Pattern.compile("^(.+?)(?:" + ending + ")$");
        this.unsupported = Optional.of(unsupported);
    }

    /// What this is, in words, if Weft cannot use it.
    Optional<String> unsupported() {
        return unsupported;
    }

    /// The key without the ending that gives a tensor this role; nothing if it has another.
    Optional<String> layerOf(String key) {
        Matcher matcher = ending.matcher(key);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
