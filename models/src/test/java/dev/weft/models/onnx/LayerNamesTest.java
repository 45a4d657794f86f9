package dev.weft.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.golden.Fixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every export of one network has the same layers, whatever the exporter left of their names.
class LayerNamesTest {
    private static final List<String> ATTENTION = List.of("to_q", "to_k", "to_v", "to_out_0");
    private static final List<String> TEXT_LAYER = List.of(
            "self_attn_q_proj", "self_attn_k_proj", "self_attn_v_proj", "self_attn_out_proj", "mlp_fc1", "mlp_fc2");

    private static Set<String> names(Path file) throws InvalidModelException {
        return new WeightMerge(OnnxModel.read(file))
                .modules().stream().map(ModuleName::flat).collect(Collectors.toSet());
    }

    static Stream<Fixture> sameNetwork() {
        return Stream.of(Fixture.HALF, Fixture.FUSED, Fixture.LEGACY, Fixture.STATIC);
    }

    @ParameterizedTest
    @MethodSource("sameNetwork")
    void an_export_has_the_layers_of_the_others(Fixture fixture) throws InvalidModelException {
        Path file = Path.of("unet", "model.onnx");
        assertThat(names(fixture.folder().resolve(file)))
                .containsExactlyInAnyOrderElementsOf(
                        names(Fixture.EXTERNAL.folder().resolve(file)));
    }

    @Test
    void the_starter_has_every_attention_layer() throws InvalidModelException {
        Set<String> names = names(Path.of("starter/unet/model.onnx"));
        List<String> expected = Stream.of(
                        "down_blocks_0_attentions_0",
                        "down_blocks_1_attentions_0",
                        "down_blocks_2_attentions_0",
                        "mid_block_attentions_0",
                        "up_blocks_0_attentions_1",
                        "up_blocks_2_attentions_1")
                .flatMap(block -> Stream.of("attn1", "attn2")
                        .flatMap(attention -> ATTENTION.stream()
                                .map(layer -> block + "_transformer_blocks_0_" + attention + "_" + layer)))
                .toList();
        assertThat(names).containsAll(expected).contains("conv_in", "conv_out", "time_embedding_linear_1");
    }

    static Stream<Path> textEncoders() {
        return Stream.concat(
                Stream.of(Fixture.LEGACY, Fixture.STATIC, Fixture.EXTERNAL, Fixture.HALF, Fixture.VELOCITY)
                        .map(fixture -> fixture.folder().resolve("text_encoder/model.onnx")),
                Stream.of(Path.of("starter/text_encoder/model.onnx")));
    }

    @ParameterizedTest
    @MethodSource("textEncoders")
    void a_text_encoder_has_six_layers_a_block(Path file) throws InvalidModelException {
        Set<String> names = names(file);
        for (int block = 0; block < 2; block++) {
            String prefix = "layers_" + block + "_";
            assertThat(names)
                    .containsAll(
                            TEXT_LAYER.stream().map(layer -> prefix + layer).toList());
        }
    }
}
