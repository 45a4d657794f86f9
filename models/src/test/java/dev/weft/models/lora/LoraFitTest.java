package dev.weft.models.lora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.models.golden.Fixture;
import dev.weft.models.onnx.InvalidModelException;
import dev.weft.models.onnx.OnnxModel;
import dev.weft.models.safetensors.Safetensors;
import dev.weft.models.safetensors.SafetensorsTensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which layers of a LoRA find their place in a model, and what is said of the others.
class LoraFitTest {
    private static final String ATTENTION = "mid_block.attentions.0.transformer_blocks.0.attn1.to_q";

    private static Lora lora(long inputs, long outputs, String... layers) throws LoraException {
        List<SafetensorsTensor> tensors = new ArrayList<>();
        for (String layer : layers) {
            float[] down = new float[(int) (2 * inputs)];
            float[] up = new float[(int) (2 * outputs)];
            for (int index = 0; index < down.length; index++) {
                down[index] = 0.1f * (index % 5);
            }
            for (int index = 0; index < up.length; index++) {
                up[index] = 0.1f * (index % 3);
            }
            String separator = layer.startsWith("lora_") ? ".lora_down.weight" : ".lora_A.weight";
            String other = layer.startsWith("lora_") ? ".lora_up.weight" : ".lora_B.weight";
            tensors.add(SafetensorsTensor.ofFloats(layer + separator, new long[] {2, inputs}, down));
            tensors.add(SafetensorsTensor.ofFloats(layer + other, new long[] {outputs, 2}, up));
        }
        return Lora.of("cat.safetensors", Safetensors.of(tensors, Map.of()));
    }

    private static LoraMerge unet(Path bundle) throws InvalidModelException {
        return new LoraMerge(OnnxModel.read(bundle.resolve("unet/model.onnx")), LoraPart.UNET);
    }

    private static LoraMerge starter() throws InvalidModelException {
        return unet(Path.of("starter"));
    }

    @Test
    void a_lora_that_fits_no_layer_is_refused_with_the_first_few() throws Exception {
        Lora lora =
                lora(4, 4, "unet.down_blocks.7.x", "unet.down_blocks.8.x", "unet.down_blocks.9.x", "unet.mid_block.x");
        LoraMatch match = starter().match(lora);
        assertThat(match.found()).isZero();
        assertThatThrownBy(() -> match.remark(lora, "starter"))
                .isInstanceOf(LoraException.class)
                .hasMessage("The LoRA cat.safetensors fits no layer of the model starter: of its 4 layers, among them"
                        + " \"unet.down_blocks.7.x\", \"unet.down_blocks.8.x\", \"unet.down_blocks.9.x\" and 1 more, 0"
                        + " matched; use a LoRA that was trained on this kind of model.");
    }

    @Test
    void what_is_left_out_is_told_with_how_many_matched() throws Exception {
        long channels = 224;
        Lora lora = lora(channels, channels, "unet." + ATTENTION, "unet.down_blocks.9.x");
        LoraMatch match = starter().match(lora);
        assertThat(match.remark(lora, "starter"))
                .contains("Of the LoRA cat.safetensors, 1 of 2 layers matched the model starter; left out:"
                        + " \"unet.down_blocks.9.x\".");
        assertThat(starter()
                        .match(lora(channels, channels, "unet." + ATTENTION))
                        .remark(lora, "starter"))
                .isEmpty();
    }

    @Test
    void a_layer_of_another_size_is_refused_with_both_sizes() throws Exception {
        Lora lora = lora(320, 320, "unet." + ATTENTION);
        assertThatThrownBy(() -> starter().match(lora))
                .isInstanceOf(LoraException.class)
                .hasMessageStartingWith("The LoRA cat.safetensors was made for another model: its layer \"unet."
                        + ATTENTION + "\" changes a weight of 320 by 320, but that of the U-Net ")
                .hasMessageContaining(" is 224 by 224; use a LoRA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lora_unet_middle_block_1_transformer_blocks_0_attn1_to_q",
                "lora_unet_mid_block_attentions_0_transformer_blocks_0_attn1_to_q",
                "mid_block.attentions.0.transformer_blocks.0.attn1.to_q",
                "base_model.model.mid_block.attentions.0.transformer_blocks.0.attn1.to_q"
            })
    void every_spelling_of_a_layer_gives_the_same_model(String spelled) throws Exception {
        long channels = 224;
        byte[] wanted = starter()
                .merged(stack(lora(channels, channels, "unet." + ATTENTION)))
                .bytes();
        assertThat(starter().merged(stack(lora(channels, channels, spelled))).bytes())
                .isEqualTo(wanted);
    }

    private static LoraStack stack(Lora lora) {
        return LoraStack.empty().with(new LoraStack.Entry(lora, 1, 1));
    }

    /// The exporter kept no name of the projections without bias.
    @Test
    void layers_that_lost_their_name_are_found_by_their_place() throws Exception {
        long channels = 48;
        Lora lora = lora(
                channels,
                channels,
                "unet." + ATTENTION,
                "lora_unet_mid_block_attentions_0_transformer_blocks_0_attn1_to_v");
        assertThat(unet(Fixture.LEGACY.folder()).match(lora)).isEqualTo(new LoraMatch(2, List.of()));
    }
}
