package dev.weft.models.unet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.models.backend.KeptModel;
import dev.weft.models.backend.MemoryBudget;
import dev.weft.models.backend.MemoryException;
import dev.weft.models.backend.SessionFactory;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.control.ControlledRows;
import dev.weft.models.control.LatentRows;
import dev.weft.models.onnx.GreedyModel;
import dev.weft.models.onnx.OnnxModel;
import dev.weft.models.onnx.RewrittenModelCache;
import dev.weft.models.text.Conditioning;
import dev.weft.models.vae.LatentSpace;
import dev.weft.models.vae.VaeDecoder;
import dev.weft.models.vae.VaeMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How many rows go into one call, and what happens where memory runs out.
class BatchSizeTest {
    private static final int SIDE = 8;
    private static final int LATENT = 4 * SIDE * SIDE;

    @TempDir
    Path folder;

    private static BackendSettings cpu() {
        return BackendSettings.of(BackendChoice.parse("cpu")).withThreads(1);
    }

    private UNet greedy(BackendSettings settings) throws IOException {
        OnnxModel model = OnnxModel.read(GreedyModel.unet(folder));
        return new UNet(model, new SessionFactory(settings), new RewrittenModelCache(folder, 1L << 30), 8);
    }

    private static float[] predict(UNet unet, float[] sample) {
        int rows = sample.length / LATENT;
        Conditioning text = new Conditioning(rows, 2, 3, new float[rows * 6], Optional.empty());
        return unet.predict(sample, rows, SIDE, SIDE, 501, text, Sharing.plain(), StopSignal.never());
    }

    private static float[] sample(int rows) {
        float[] sample = new float[rows * LATENT];
        IntStream.range(0, sample.length).forEach(index -> sample[index] = index);
        return sample;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 13, 40})
    void a_batch_that_memory_does_not_hold_is_run_in_smaller_calls(int rows) throws IOException {
        try (UNet unet = greedy(cpu())) {
            assertThat(predict(unet, sample(rows))).containsExactly(sample(rows));
            // The second time the right size is known.
            assertThat(predict(unet, sample(rows))).containsExactly(sample(rows));
        }
    }

    @Test
    void a_limit_that_was_asked_for_is_lowered_too() throws IOException {
        try (UNet unet = greedy(cpu().withMaxBatch(32))) {
            assertThat(predict(unet, sample(40))).containsExactly(sample(40));
        }
    }

    /// All pictures of joined attention go together.
    @Test
    void rows_that_cannot_be_divided_fail_with_what_to_do() throws IOException {
        Chunk whole = Chunk.plan(
                        8,
                        1,
                        Sharing.within(
                                new StyleAlignment(true, true, true, false, true, true, 1, 0, 0),
                                1,
                                8,
                                List.of(Reference.of(0))))
                .getFirst();
        assertThat(whole.size()).isEqualTo(8);
        OnnxModel model = OnnxModel.read(GreedyModel.unet(folder));
        SessionFactory sessions = new SessionFactory(cpu());
        try (UNetSession session = new UNetSession(sessions.open(model.file()), 0, RowMemory.of(model))) {
            UNetBatch batch = new UNetBatch(
                    new LatentRows(
                            sample(8),
                            8,
                            SIDE,
                            SIDE,
                            501,
                            new Conditioning(8, 2, 3, new float[48], Optional.empty()),
                            8),
                    Sharing.plain(),
                    ControlledRows.none());
            assertThatThrownBy(() ->
                            session.run(whole, batch, Optional.empty(), new float[8 * LATENT], StopSignal.never()))
                    .isInstanceOf(MemoryException.class)
                    .hasMessageContaining("needs more memory than there is")
                    .hasMessageEndingWith("; draw smaller pictures, or end other programs.");
        }
    }

    @Test
    void the_estimate_grows_with_the_latent_and_the_width_of_the_network() throws IOException {
        RowMemory starter = RowMemory.of(OnnxModel.read(Path.of("starter/unet/model.onnx")));
        assertThat(starter.channels()).isEqualTo(96);
        assertThat(starter.bytes(64 * 64)).isEqualTo(16 * starter.bytes(16 * 16));
        // Measured, docs/performance.md: 42 MB a row.
        assertThat(starter.bytes(64 * 64)).isBetween(42L << 20, 63L << 20);
        RowMemory unknown = RowMemory.of(OnnxModel.read(GreedyModel.unet(folder)));
        assertThat(unknown.channels()).isEqualTo(320);
    }

    @Test
    void without_a_limit_calls_have_as_many_rows_as_fit_and_pay() throws IOException {
        BatchRows rows = new BatchRows(new SessionFactory(cpu()), new RowMemory(96), 0);
        assertThat(rows.of(batch(8, 8))).isEqualTo(16);
        BatchRows hungry = new BatchRows(new SessionFactory(cpu()), new RowMemory(Integer.MAX_VALUE), 0);
        assertThat(hungry.of(batch(64, 64))).isEqualTo(1);
    }

    @Test
    void rows_and_weights_stay_within_the_memory_that_models_were_given() {
        RowMemory memory = new RowMemory(96);
        long weights = 1L << 20;
        MemoryBudget budget = new MemoryBudget.Bytes(weights + 5 * memory.bytes(64) + 1);
        SessionFactory sessions = new SessionFactory(cpu().withModelMemory(budget));
        assertThat(new BatchRows(sessions, memory, weights).of(batch(8, 8))).isEqualTo(5);
        assertThat(new BatchRows(sessions, memory, 10 * weights).of(batch(8, 8)))
                .isEqualTo(1);
    }

    @Test
    void where_memory_runs_out_models_that_nobody_uses_are_closed_first() throws IOException {
        BackendSettings settings = cpu();
        SessionFactory sessions = new SessionFactory(settings);
        KeptModel<VaeDecoder> idle = sessions.keep(
                "idle",
                1,
                _ -> sessions.open(Path.of("starter/vae_decoder/model.onnx"))
                        .into(session -> new VaeDecoder(session, new LatentSpace(4, 8, 1, 0), new VaeMemory(32, 8))));
        idle.prepare();
        idle.use(StopSignal.never(), VaeDecoder::latents);
        try (UNet unet = greedy(settings)) {
            predict(unet, sample(2));
            assertThat(settings.memory().count()).isEqualTo(2);
            assertThat(predict(unet, sample(8))).containsExactly(sample(8));
            assertThat(settings.memory().count()).isEqualTo(1);
        }
    }

    private static UNetBatch batch(int height, int width) {
        float[] sample = new float[100 * 4 * height * width];
        Arrays.fill(sample, 1);
        Conditioning text = new Conditioning(100, 1, 1, new float[100], Optional.empty());
        return new UNetBatch(
                new LatentRows(sample, 100, height, width, 1, text, 8), Sharing.plain(), ControlledRows.none());
    }
}
