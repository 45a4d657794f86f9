package dev.weft.models.lora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weft.models.onnx.ModuleName;
import dev.weft.models.safetensors.Safetensors;
import dev.weft.models.safetensors.SafetensorsFile;
import dev.weft.models.safetensors.SafetensorsTensor;
import dev.weft.models.safetensors.SafetensorsType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoraReaderTest {
    private static final String LAYER = "unet.mid_block.attentions.0.proj_in";
    private static final ModuleName MODULE = ModuleName.of("mid_block.attentions.0.proj_in");

    private static SafetensorsTensor tensor(String name, long... shape) {
        int count = 1;
        for (long size : shape) {
            count *= (int) size;
        }
        float[] values = new float[count];
        for (int index = 0; index < count; index++) {
            values[index] = index + 1;
        }
        return SafetensorsTensor.ofFloats(name, shape, values);
    }

    private static List<SafetensorsTensor> sound() {
        return new ArrayList<>(List.of(tensor(LAYER + ".lora_A.weight", 2, 3), tensor(LAYER + ".lora_B.weight", 4, 2)));
    }

    private static Lora lora(List<SafetensorsTensor> tensors, Map<String, String> metadata) throws LoraException {
        return Lora.of("cat.safetensors", Safetensors.of(tensors, metadata));
    }

    private static double scale(List<SafetensorsTensor> tensors, Map<String, String> metadata) throws LoraException {
        return lora(tensors, metadata).layersOf(LoraPart.UNET).getFirst().scale();
    }

    @Test
    void layers_are_counted_by_network() throws LoraException {
        List<SafetensorsTensor> tensors = sound();
        tensors.add(tensor("lora_te_text_model_encoder_layers_0_mlp_fc1.lora_down.weight", 5, 3));
        tensors.add(tensor("lora_te_text_model_encoder_layers_0_mlp_fc1.lora_up.weight", 4, 5));
        Lora lora = lora(tensors, Map.of());
        assertThat(lora.layers(LoraPart.UNET)).isEqualTo(1);
        assertThat(lora.layers(LoraPart.TEXT_ENCODER)).isEqualTo(1);
        assertThat(lora.layers(LoraPart.TEXT_ENCODER_2)).isZero();
        assertThat(lora.rank()).isEqualTo(5);
        assertThat(lora.layersOf(LoraPart.UNET).getFirst().module()).isEqualTo(MODULE);
    }

    @Test
    void alpha_by_rank_is_the_factor_and_without_alpha_it_is_one() throws LoraException {
        assertThat(scale(sound(), Map.of())).isEqualTo(1);
        List<SafetensorsTensor> tensors = sound();
        tensors.add(SafetensorsTensor.ofFloats(LAYER + ".alpha", new long[0], new float[] {0.5f}));
        assertThat(scale(tensors, Map.of())).isEqualTo(0.25);
    }

    @ParameterizedTest
    @CsvSource({"unet.lora_alpha, 1, 0.5", "unet.use_rslora, true, 1", "text_encoder.lora_alpha, 1, 1"})
    void settings_that_diffusers_writes_beside_the_tensors_count(String key, String value, double expected)
            throws LoraException {
        assertThat(scale(sound(), Map.of(AdapterMetadata.KEY, "{\"" + key + "\": " + value + "}")))
                .isEqualTo(expected);
    }

    @Test
    void a_layer_may_have_an_alpha_of_its_own_and_rank_may_count_by_its_root() throws LoraException {
        String settings = "{\"unet.lora_alpha\": 8, \"unet.use_rslora\": true,"
                + " \"unet.alpha_pattern\": {\"mid_block.attentions.0.proj_in\": 3, \"attentions.1.proj_in\": 5}}";
        assertThat(scale(sound(), Map.of(AdapterMetadata.KEY, settings))).isCloseTo(3 / Math.sqrt(2), within(1e-9));
    }

    @Test
    void strength_and_alpha_are_multiplied_into_the_update() throws LoraException {
        List<SafetensorsTensor> tensors = sound();
        tensors.add(SafetensorsTensor.ofFloats(LAYER + ".alpha", new long[] {1}, new float[] {1}));
        LoraLayer layer = lora(tensors, Map.of()).layersOf(LoraPart.UNET).getFirst();
        assertThat(layer.size()).hasToString("4 by 3");
        assertThat(layer.update(MODULE, -3).size()).isEqualTo(layer.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lora_unet_x.lora_mid.weight | the middle matrices of a LoCon (lora_mid)",
                "unet.mid_block.attentions.0.proj_in.dora_scale | a DoRA (dora_scale)",
                "unet.mid_block.attentions.0.proj_in.lora_magnitude_vector | a DoRA (dora_scale)",
                "lora_unet_x.hada_w1_a | a LoHa (hada)",
                "lora_unet_x.lokr_w1 | a LoKr (lokr)",
                "lora_unet_x.oft_blocks | an OFT (oft)",
                "lora_unet_x.on_input | an IA³ (on_input)",
                "lora_unet_x.diff_b | whole weights (diff)",
                "unet.mid_block.attentions.0.proj_in.lora_B.bias | biases (lora bias)"
            })
    void other_methods_are_named_as_unsupported(String key, String words) {
        List<SafetensorsTensor> tensors = sound();
        tensors.add(tensor(key, 2, 2));
        assertThatThrownBy(() -> lora(tensors, Map.of()))
                .isInstanceOf(LoraException.class)
                .hasMessage("The LoRA cat.safetensors holds " + words + " at \"" + key
                        + "\", which Weft cannot merge; use a plain LoRA.");
    }

    @Test
    void a_missing_half_is_named() {
        List<SafetensorsTensor> tensors = sound();
        tensors.removeLast();
        assertThatThrownBy(() -> lora(tensors, Map.of()))
                .hasMessage("The LoRA cat.safetensors lacks the up matrix (lora_up, lora_B) of the layer \"" + LAYER
                        + "\"; the file is damaged, so get it again.");
    }

    @Test
    void matrices_of_different_rank_are_refused() {
        assertThatThrownBy(() -> lora(
                        List.of(tensor(LAYER + ".lora_A.weight", 2, 3), tensor(LAYER + ".lora_B.weight", 4, 3)),
                        Map.of()))
                .hasMessageContaining("[2, 3] (down) and [4, 3] (up), which do not go together");
    }

    @Test
    void one_layer_in_two_layouts_is_refused() {
        List<SafetensorsTensor> tensors = sound();
        tensors.add(tensor("lora_unet_mid_block_attentions_0_proj_in.lora_down.weight", 2, 3));
        tensors.add(tensor("lora_unet_mid_block_attentions_0_proj_in.lora_up.weight", 4, 2));
        assertThatThrownBy(() -> lora(tensors, Map.of())).hasMessageContaining("changes one layer twice");
    }

    @Test
    void another_kind_of_file_is_refused_with_its_first_keys() {
        assertThatThrownBy(
                        () -> lora(List.of(tensor("a", 1), tensor("b", 1), tensor("c", 1), tensor("d", 1)), Map.of()))
                .hasMessageContaining("is no LoRA that Weft knows: of its 4 tensors none")
                .hasMessageContaining("\"a\", \"b\", \"c\" and 1 more");
    }

    @Test
    void whole_numbers_are_refused() {
        List<SafetensorsTensor> tensors = sound();
        tensors.set(0, SafetensorsTensor.ofLongs(LAYER + ".lora_A.weight", new long[] {2, 3}, new long[6]));
        assertThatThrownBy(() -> lora(tensors, Map.of())).hasMessageContaining("as I64; Weft reads LoRAs in F16");
    }

    @Test
    void values_that_are_not_finite_are_refused_with_their_place(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("cat.safetensors");
        float[] values = {1, 2, Float.NaN, 4, 5, 6};
        SafetensorsFile.write(
                file,
                Safetensors.of(
                        List.of(
                                SafetensorsTensor.ofFloats(LAYER + ".lora_A.weight", new long[] {2, 3}, values),
                                tensor(LAYER + ".lora_B.weight", 4, 2)),
                        Map.of()));
        assertThatThrownBy(() -> Lora.read(file))
                .isInstanceOf(LoraException.class)
                .hasMessageContaining("element 2 of tensor \"" + LAYER + ".lora_A.weight\" is NaN or infinite");
        assertThat(Lora.summary(file)).isEqualTo("rank 2, 1 layer of the U-Net");
    }

    @Test
    void settings_that_are_no_json_are_refused() {
        assertThatThrownBy(() -> lora(sound(), Map.of(AdapterMetadata.KEY, "{")))
                .hasMessageContaining("lora_adapter_metadata");
        assertThatThrownBy(() -> lora(sound(), Map.of(AdapterMetadata.KEY, "")))
                .hasMessageContaining("lora_adapter_metadata");
    }

    @Test
    void half_precision_of_both_kinds_is_read_as_it_is() throws LoraException {
        float[] values = {1, -0.5f, 3, 0.25f, 2, 8};
        ByteBuffer half = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer brain = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            half.putShort(Float.floatToFloat16(value));
            brain.putShort((short) (Float.floatToIntBits(value) >>> 16));
        }
        for (SafetensorsTensor down : List.of(
                SafetensorsTensor.of(LAYER + ".lora_A.weight", SafetensorsType.F16, new long[] {2, 3}, half.flip()),
                SafetensorsTensor.of(
                        LAYER + ".lora_A.weight", SafetensorsType.BF16, new long[] {2, 3}, brain.flip()))) {
            Lora lora = lora(List.of(down, tensor(LAYER + ".lora_B.weight", 4, 2)), Map.of());
            assertThat(lora.layersOf(LoraPart.UNET).getFirst().down().type()).isEqualTo(down.type());
        }
    }

    @Test
    void a_file_that_is_not_there_or_damaged_is_named(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("cat.safetensors");
        assertThatThrownBy(() -> Lora.read(file))
                .isInstanceOf(LoraException.class)
                .hasMessage("There is no LoRA " + file + "; check the name.");
        Files.write(file, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> Lora.read(file))
                .isInstanceOf(LoraException.class)
                .hasMessageStartingWith("The LoRA " + file + " cannot be used");
    }
}
