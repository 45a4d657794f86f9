package dev.weft.models.lora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.onnx.ModuleName;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoraKeyTest {
    /// Keys as the training programs of diffusers (three generations), PEFT and kohya write them.
    @ParameterizedTest
    @CsvSource({
        "unet.mid_block.attentions.0.proj_in.lora_A.weight, UNET, mid_block_attentions_0_proj_in, DOWN",
        "unet.mid_block.attentions.0.proj_in.lora_B.default.weight, UNET, mid_block_attentions_0_proj_in, UP",
        "unet.up_blocks.1.resnets.0.conv1.lora.down.weight, UNET, up_blocks_1_resnets_0_conv1, DOWN",
        "unet.up_blocks.1.resnets.0.conv1.alpha, UNET, up_blocks_1_resnets_0_conv1, ALPHA",
        "down_blocks.0.attentions.0.transformer_blocks.0.attn1.processor.to_q_lora.up.weight, UNET,"
                + " down_blocks_0_attentions_0_transformer_blocks_0_attn1_to_q, UP",
        "unet.down_blocks.0.attentions.0.transformer_blocks.0.attn2.processor.to_out_lora.down.weight, UNET,"
                + " down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_out_0, DOWN",
        "base_model.model.down_blocks.0.attentions.0.proj_out.lora_A.weight, UNET,"
                + " down_blocks_0_attentions_0_proj_out, DOWN",
        "base_model.model.text_model.encoder.layers.3.mlp.fc1.lora_A.weight, TEXT_ENCODER, layers_3_mlp_fc1, DOWN",
        "text_encoder.text_model.encoder.layers.0.self_attn.q_proj.lora_linear_layer.down.weight, TEXT_ENCODER,"
                + " layers_0_self_attn_q_proj, DOWN",
        "text_encoder.text_model.encoder.layers.0.self_attn.to_out.lora_linear_layer.up.weight, TEXT_ENCODER,"
                + " layers_0_self_attn_out_proj, UP",
        "text_encoder_2.text_model.encoder.layers.31.mlp.fc2.lora_B.weight, TEXT_ENCODER_2, layers_31_mlp_fc2, UP",
        "lora_unet_down_blocks_1_attentions_0_proj_in.lora_down.weight, UNET, down_blocks_1_attentions_0_proj_in, DOWN",
        "lora_unet_input_blocks_4_1_proj_in.lora_up.weight, UNET, input_blocks_4_1_proj_in, UP",
        "lora_te_text_model_encoder_layers_0_mlp_fc1.alpha, TEXT_ENCODER, layers_0_mlp_fc1, ALPHA",
        "lora_te1_text_model_encoder_layers_9_self_attn_v_proj.lora_up.weight, TEXT_ENCODER,"
                + " layers_9_self_attn_v_proj, UP",
        "lora_te2_text_model_encoder_layers_31_self_attn_k_proj.lora_up.weight, TEXT_ENCODER_2,"
                + " layers_31_self_attn_k_proj, UP"
    })
    void keys_of_every_layout_are_understood(String key, LoraPart part, String module, LoraRole role) {
        assertThat(LoraKey.parse(key)).hasValueSatisfying(found -> {
            assertThat(found.part()).isEqualTo(part);
            assertThat(found.module()).isEqualTo(new ModuleName(module));
            assertThat(found.role()).isEqualTo(role);
            assertThat(key).startsWith(found.layer());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lora_A.weight",
                ".lora_A.weight",
                "unet.",
                "latent_tensor",
                "model.diffusion_model.input_blocks.0.0.weight",
                "lora_transformer_single_blocks_0_linear1_x.lora_down.weight",
                "transformer.single_transformer_blocks.0.attn.to_q.lora_A.weight"
            })
    void other_keys_are_left_alone(String key) {
        assertThat(LoraKey.parse(key)).isEmpty();
    }

    @Property(tries = 300)
    void a_layer_has_one_name_in_both_layouts(@ForAll("unetLayers") String layer) {
        Optional<LoraKey> dotted = LoraKey.parse("unet." + layer + ".lora_A.weight");
        Optional<LoraKey> flat = LoraKey.parse("lora_unet_" + layer.replace('.', '_') + ".lora_down.weight");
        assertThat(dotted).isPresent();
        assertThat(flat.map(LoraKey::module)).isEqualTo(dotted.map(LoraKey::module));
        assertThat(flat.map(LoraKey::part)).isEqualTo(dotted.map(LoraKey::part));
        assertThat(flat.map(LoraKey::role)).isEqualTo(dotted.map(LoraKey::role));
        assertThat(ModuleName.of("/" + layer.replace(".", "/")))
                .isEqualTo(dotted.orElseThrow().module());
    }

    @Property(tries = 300)
    void different_layers_keep_different_names(@ForAll("unetLayers") String left, @ForAll("unetLayers") String right) {
        assertThat(ModuleName.of(left).equals(ModuleName.of(right))).isEqualTo(left.equals(right));
    }

    @Property(tries = 500)
    void any_text_is_understood_or_left_alone(@ForAll String text, @ForAll("endings") String ending) {
        LoraKey.parse(text + ending).ifPresent(key -> assertThat(text + ending).startsWith(key.layer()));
    }

    @Provide
    Arbitrary<String> unetLayers() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 12);
        Arbitrary<String> block = Combinators.combine(
                        Arbitraries.of("down_blocks.%d", "up_blocks.%d", "mid_block"), number)
                .as((form, index) -> String.format(form, index));
        Arbitrary<String> attention = Combinators.combine(
                        number,
                        number,
                        Arbitraries.of("attn1.to_q", "attn1.to_out.0", "attn2.to_v", "ff.net.0.proj", "ff.net.2"))
                .as((index, depth, layer) -> "attentions." + index + ".transformer_blocks." + depth + "." + layer);
        Arbitrary<String> residual = Combinators.combine(
                        number, Arbitraries.of("conv1", "conv2", "conv_shortcut", "time_emb_proj"))
                .as((index, layer) -> "resnets." + index + "." + layer);
        return Combinators.combine(block, Arbitraries.oneOf(attention, residual))
                .as((first, second) -> first + "." + second);
    }

    @Provide
    Arbitrary<String> endings() {
        return Arbitraries.of(List.of(
                "", ".lora_A.weight", ".lora_up.weight", ".alpha", "_lora.down.weight", ".dora_scale", ".hada_w1_a"));
    }
}
