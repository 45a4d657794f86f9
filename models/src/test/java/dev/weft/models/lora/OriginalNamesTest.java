package dev.weft.models.lora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.onnx.ModuleName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The names of Stable Diffusion XL, whose three resolutions have two residual blocks on the way down and three
/// on the way up.
class OriginalNamesTest {
    private final OriginalNames names = new OriginalNames(
            List.of(ModuleName.of("down_blocks.0.resnets.0.conv1"), ModuleName.of("down_blocks.0.resnets.1.conv1")));

    @ParameterizedTest
    @CsvSource({
        "input_blocks_0_0, conv_in",
        "input_blocks_1_0_in_layers_2, down_blocks_0_resnets_0_conv1",
        "input_blocks_2_0_emb_layers_1, down_blocks_0_resnets_1_time_emb_proj",
        "input_blocks_3_0_op, down_blocks_0_downsamplers_0_conv",
        "input_blocks_4_0_skip_connection, down_blocks_1_resnets_0_conv_shortcut",
        "input_blocks_4_1_transformer_blocks_1_attn1_to_q, down_blocks_1_attentions_0_transformer_blocks_1_attn1_to_q",
        "input_blocks_8_1_proj_in, down_blocks_2_attentions_1_proj_in",
        "middle_block_0_out_layers_3, mid_block_resnets_0_conv2",
        "middle_block_1_transformer_blocks_9_ff_net_2, mid_block_attentions_0_transformer_blocks_9_ff_net_2",
        "middle_block_2_in_layers_2, mid_block_resnets_1_conv1",
        "output_blocks_0_1_proj_out, up_blocks_0_attentions_0_proj_out",
        "output_blocks_2_2_conv, up_blocks_0_upsamplers_0_conv",
        "output_blocks_5_1_transformer_blocks_0_attn2_to_k, up_blocks_1_attentions_2_transformer_blocks_0_attn2_to_k",
        "output_blocks_8_0_in_layers_2, up_blocks_2_resnets_2_conv1",
        "out_2, conv_out",
        "time_embed_2, time_embedding_linear_2",
        "label_emb_0_0, add_embedding_linear_1"
    })
    void a_block_number_is_a_resolution_and_a_layer(String original, String diffusers) {
        assertThat(names.translate(ModuleName.of(original))).contains(new ModuleName(diffusers));
    }

    @Test
    void the_number_of_layers_is_that_of_the_network() {
        OriginalNames one = new OriginalNames(List.of(ModuleName.of("down_blocks.0.resnets.0.conv1")));
        assertThat(one.translate(ModuleName.of("input_blocks_3_1_proj_in")))
                .contains(new ModuleName("down_blocks_1_attentions_0_proj_in"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "down_blocks_0_attentions_0_proj_in",
                "input_blocks_0_1_x",
                "input_blocks_3_0_in_layers_2",
                "middle_block_3_x",
                "output_blocks_1_0_nothing",
                "input_blocks_99999999999_1_x"
            })
    void other_names_are_left_alone(String name) {
        assertThat(names.translate(new ModuleName(name))).isEmpty();
    }
}
