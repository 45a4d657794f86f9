package dev.weft.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The starter model (weights stored as int8) against recorded calls of diffusers and the authors' code.
class StarterParityTest {
    private static final double TOLERANCE = 1e-4;
    private static final int ROWS = 8;

    private static GoldenTensors golden;
    private static RewrittenModel plain;
    private static RewrittenModel shared;
    private static OrtSession plainSession;
    private static OrtSession sharedSession;

    @BeforeAll
    static void open() throws IOException, OrtException {
        golden = GoldenTensors.read(Path.of("src/test/resources/golden/unet.safetensors"));
        OnnxModel model = OnnxModel.read(Path.of("starter/unet/model.onnx"));
        plain = UNetRewriter.rewrite(model, UNetStructure.plain());
        shared = UNetRewriter.rewrite(model, UNetStructure.styleAligned());
        plainSession = UNetCall.open(plain.bytes(), plain.externalFolder());
        sharedSession = UNetCall.open(shared.bytes(), shared.externalFolder());
    }

    @AfterAll
    static void close() throws OrtException {
        plainSession.close();
        sharedSession.close();
    }

    @Test
    void int8_weights_do_not_grow_in_the_rewritten_file() throws IOException {
        long original = Files.size(Path.of("starter/unet/model.onnx"));

        assertThat((long) shared.bytes().length).isLessThan(original + 500_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {981, 501, 1})
    void a_plain_call_gives_the_golden_values(int timestep) throws OrtException {
        float[] result = call(plain, timestep).run(plainSession, plain.inputs());

        assertThat(FixtureParityTest.difference(result, golden("t" + timestep))).isLessThanOrEqualTo(TOLERANCE);
    }

    @ParameterizedTest
    @ValueSource(ints = {981, 501, 1})
    void sharing_gives_the_golden_values(int timestep) throws OrtException {
        float[] result = call(shared, timestep)
                .references(shared, FixtureParityTest.firstOfHalves(ROWS))
                .run(sharedSession, shared.inputs());

        assertThat(FixtureParityTest.difference(result, golden("sa_t" + timestep)))
                .isLessThanOrEqualTo(TOLERANCE);
    }

    @Test
    void every_row_as_its_own_reference_is_a_plain_call() throws OrtException {
        float[] result = call(shared, 501)
                .references(shared, FixtureParityTest.identity(ROWS))
                .run(sharedSession, shared.inputs());

        assertThat(FixtureParityTest.difference(result, golden("t501"))).isLessThanOrEqualTo(TOLERANCE);
    }

    /// The place of a row in the batch means nothing: rows of both halves mixed, references in rows 1 and 2.
    @Test
    void the_reference_may_be_any_row_of_the_batch() throws OrtException {
        int[] order = {5, 0, 4, 7, 2, 1, 6, 3};
        int[] references =
                Arrays.stream(order).map(row -> row < ROWS / 2 ? 1 : 2).toArray();

        float[] result = new UNetCall()
                .with("sample", permuted(golden.tensor("sample"), order))
                .with("encoder_hidden_states", permuted(golden.tensor("ehs"), order))
                .timestep(shared, 501, ROWS)
                .references(shared, references)
                .run(sharedSession, shared.inputs());

        float[] expected = permuted(golden.tensor("sa_t501"), order).values();
        assertThat(FixtureParityTest.difference(result, expected)).isLessThanOrEqualTo(TOLERANCE);
    }

    private static UNetCall call(RewrittenModel model, int timestep) {
        return new UNetCall()
                .with("sample", golden.tensor("sample"))
                .with("encoder_hidden_states", golden.tensor("ehs"))
                .timestep(model, timestep, ROWS);
    }

    private static float[] golden(String name) {
        return golden.tensor(name).values();
    }

    private static GoldenTensors.Tensor permuted(GoldenTensors.Tensor tensor, int[] order) {
        float[] values = new float[tensor.values().length];
        int length = values.length / order.length;
        for (int row = 0; row < order.length; row++) {
            System.arraycopy(tensor.values(), order[row] * length, values, row * length, length);
        }
        return new GoldenTensors.Tensor(tensor.shape(), values);
    }
}
