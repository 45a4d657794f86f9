package dev.weft.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.golden.Fixture;
import dev.weft.models.onnx.proto.OnnxProto.GraphProto;
import dev.weft.models.onnx.proto.OnnxProto.ModelProto;
import dev.weft.models.onnx.proto.OnnxProto.NodeProto;
import dev.weft.models.onnx.proto.OnnxProto.TensorProto;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Random updates of every attention layer, merged into exports of several kinds that hold the same weights.
class MergedFixtureTest {
    private static final List<String> BLOCKS = List.of(
            "down_blocks_0_attentions_0",
            "mid_block_attentions_0",
            "up_blocks_1_attentions_0",
            "up_blocks_1_attentions_1");

    static Stream<Arguments> exports() {
        return Stream.of(Fixture.FUSED, Fixture.HALF)
                .flatMap(fixture -> Stream.of(UNetStructure.plain(), UNetStructure.styleAligned())
                        .map(structure -> Arguments.of(fixture, structure)));
    }

    @ParameterizedTest
    @MethodSource("exports")
    void other_storage_gives_the_same(Fixture fixture, UNetStructure structure) throws Exception {
        float[] wanted = merged(model(Fixture.EXTERNAL), structure);
        assertThat(FixtureParityTest.difference(wanted, call(model(Fixture.EXTERNAL), structure)))
                .isGreaterThan(1e-2);
        assertThat(FixtureParityTest.difference(merged(model(fixture), structure), wanted))
                .isLessThanOrEqualTo(fixture.tolerance());
    }

    @ParameterizedTest
    @MethodSource("exports")
    void updates_that_cancel_give_the_model_as_it_was(Fixture fixture, UNetStructure structure) throws Exception {
        OnnxModel model = model(fixture);
        WeightMerge merge = new WeightMerge(model);
        OnnxModel back = merge.merged(updates(merge).stream()
                .map(update -> update.plus(times(update, -1)))
                .toList());
        assertThat(FixtureParityTest.difference(call(back, structure), call(model, structure)))
                .isLessThanOrEqualTo(fixture.tolerance() / 10);
    }

    /// Nothing that an exporter wrote is left but the order of the nodes and the sizes of the weights.
    @Test
    void a_graph_without_any_name_takes_them_by_order_and_size(@TempDir Path folder) throws Exception {
        OnnxModel named = model(Fixture.FUSED);
        Path file = folder.resolve("model.onnx");
        Files.write(file, nameless(named.proto()).toByteArray());
        OnnxModel nameless = OnnxModel.read(file);
        WeightMerge merge = new WeightMerge(nameless);
        assertThat(merge.modules()).isEmpty();
        WeightMerge original = new WeightMerge(named);
        List<LowRankUpdate> updates = updates(original);
        Map<ModuleName, WeightSize> sizes = new HashMap<>();
        updates.forEach(update -> sizes.put(update.module(), update.size()));

        List<ModuleName> tooFew = attentions().subList(1, attentions().size());
        merge.nameAttentions(tooFew, sizes);
        assertThat(merge.modules()).isEmpty();
        merge.nameAttentions(attentions().reversed(), sizes);
        assertThat(merge.modules()).isEmpty();
        merge.nameAttentions(attentions(), sizes);

        assertThat(merge.modules()).containsExactlyInAnyOrderElementsOf(sizes.keySet());
        assertThat(call(merge.merged(updates), UNetStructure.plain()))
                .containsExactly(call(original.merged(updates), UNetStructure.plain()));
    }

    private static List<ModuleName> attentions() {
        return BLOCKS.stream()
                .flatMap(block ->
                        Stream.of(1, 2).map(number -> new ModuleName(block + "_transformer_blocks_0_attn" + number)))
                .toList();
    }

    private static List<LowRankUpdate> updates(WeightMerge merge) {
        List<LowRankUpdate> updates = new ArrayList<>();
        for (ModuleName attention : attentions()) {
            for (String part : List.of("to_q", "to_k", "to_v", "to_out_0")) {
                ModuleName module = attention.part(part);
                WeightSize size = merge.size(module);
                Random random = new Random(module.flat().hashCode());
                int rank = 1 + random.nextInt(4);
                float[] down = numbers(random, rank * size.inputs(), 1);
                updates.add(new LowRankUpdate(module, rank, down, numbers(random, rank * size.outputs(), 0.05)));
            }
        }
        return updates;
    }

    private static float[] numbers(Random random, long count, double factor) {
        float[] numbers = new float[Math.toIntExact(count)];
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = (float) (factor * random.nextGaussian());
        }
        return numbers;
    }

    private static LowRankUpdate times(LowRankUpdate update, float factor) {
        float[] up = update.up().clone();
        for (int index = 0; index < up.length; index++) {
            up[index] *= factor;
        }
        return new LowRankUpdate(update.module(), update.rank(), update.down(), up);
    }

    private static OnnxModel model(Fixture fixture) throws InvalidModelException {
        return OnnxModel.read(fixture.folder().resolve("unet/model.onnx"));
    }

    private static float[] merged(OnnxModel model, UNetStructure structure) throws Exception {
        WeightMerge merge = new WeightMerge(model);
        return call(merge.merged(updates(merge)), structure);
    }

    private static float[] call(OnnxModel model, UNetStructure structure) throws Exception {
        GoldenTensors golden =
                GoldenTensors.read(Path.of("target/fixtures", Fixture.EXTERNAL.name(), "golden.safetensors"));
        RewrittenModel rewritten = UNetRewriter.rewrite(model, structure);
        GoldenTensors.Tensor sample = golden.tensor("unet_sample");
        int rows = (int) sample.shape()[0];
        return new UNetCall()
                .with("sample", sample)
                .with("encoder_hidden_states", golden.tensor("unet_encoder_hidden_states"))
                .timestep(rewritten, 501, rows)
                .references(rewritten, FixtureParityTest.firstOfHalves(rows))
                .run(rewritten);
    }

    /// The same graph with numbers for names, as some optimisers leave it; its inputs and outputs keep theirs.
    private static ModelProto nameless(ModelProto model) {
        GraphProto graph = model.getGraph();
        Map<String, String> names = new HashMap<>();
        names.put("", "");
        graph.getInputList().forEach(input -> names.put(input.getName(), input.getName()));
        graph.getOutputList().forEach(output -> names.put(output.getName(), output.getName()));
        GraphProto.Builder changed =
                graph.toBuilder().clearNode().clearInitializer().clearValueInfo();
        for (TensorProto constant : graph.getInitializerList()) {
            changed.addInitializer(constant.toBuilder().setName(number(names, constant.getName())));
        }
        for (NodeProto node : graph.getNodeList()) {
            NodeProto.Builder copy = node.toBuilder().clearName().clearInput().clearOutput();
            node.getInputList().forEach(input -> copy.addInput(number(names, input)));
            node.getOutputList().forEach(output -> copy.addOutput(number(names, output)));
            changed.addNode(copy);
        }
        return model.toBuilder().setGraph(changed).build();
    }

    private static String number(Map<String, String> names, String name) {
        return names.computeIfAbsent(name, key -> Integer.toString(names.size()));
    }
}
