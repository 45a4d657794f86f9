package dev.weft.models.lora;

import dev.weft.models.safetensors.Safetensors;
import dev.weft.models.safetensors.SafetensorsTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A LoRA of random numbers for a layer of the starter's text encoder and one of its U-Net.
final class RandomLora {
    private final Random random = new Random(5);

    /// @param width width of the text encoder
    /// @param channels of the U-Net's middle
    Lora lora(int width, int channels) throws LoraException {
        List<SafetensorsTensor> tensors = new ArrayList<>();
        add(tensors, "lora_te_text_model_encoder_layers_1_self_attn_v_proj", width);
        add(tensors, "lora_unet_mid_block_attentions_0_transformer_blocks_0_attn1_to_v", channels);
        return Lora.of("random", Safetensors.of(tensors, Map.of()));
    }

    private void add(List<SafetensorsTensor> tensors, String layer, int width) {
        tensors.add(SafetensorsTensor.ofFloats(layer + ".lora_down.weight", new long[] {1, width}, numbers(width)));
        tensors.add(SafetensorsTensor.ofFloats(layer + ".lora_up.weight", new long[] {width, 1}, numbers(width)));
    }

    private float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int index = 0; index < count; index++) {
            numbers[index] = 0.2f * (float) random.nextGaussian();
        }
        return numbers;
    }
}
