package dev.weft.models.panorama;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.models.backend.SessionFactory;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.bundle.BundleReader;
import dev.weft.models.golden.Golden;
import dev.weft.models.noise.TorchNoise;
import dev.weft.models.onnx.OnnxModel;
import dev.weft.models.onnx.RewrittenModelCache;
import dev.weft.models.sampling.SamplerName;
import dev.weft.models.sampling.Sampling;
import dev.weft.models.sampling.SamplingRequest;
import dev.weft.models.sampling.ScheduleName;
import dev.weft.models.sampling.TrainingSchedule;
import dev.weft.models.text.Conditioning;
import dev.weft.models.unet.AlignmentSchedule;
import dev.weft.models.unet.Guidance;
import dev.weft.models.unet.GuidedDenoiser;
import dev.weft.models.unet.StyleAlignment;
import dev.weft.models.unet.UNet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A panorama of the starter model against diffusers with the StyleAligned authors' handlers (float32, 20 DDIM
/// steps, guidance 7.5; reference of seed 10, panorama of seed 11 and five times as wide as its stride).
class PanoramaGoldenTest {
    private static final int STEPS = 20;
    private static final int CHANNELS = 4;
    private static final int SIZE = 16;
    private static final int WIDTH = 40;
    private static final int STRIDE = 8;
    private static final double GUIDANCE = 7.5;
    private static final double LARGEST = 2e-2;
    private static final double MEAN = 2e-3;

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void panorama_and_reference_end_where_the_authors_code_ended(int viewBatch, @TempDir Path cacheFolder)
            throws IOException {
        Golden golden = Golden.read("golden/panorama.safetensors");
        Golden text = Golden.read("golden/text.safetensors");
        TrainingSchedule training = BundleReader.read(Path.of("starter")).schedule();
        Views views = Views.covering(SIZE, WIDTH, SIZE, STRIDE, false);
        int reference = CHANNELS * SIZE * SIZE;
        float[] noise = Arrays.copyOf(TorchNoise.gaussian(10, reference), reference + CHANNELS * SIZE * WIDTH);
        System.arraycopy(
                TorchNoise.gaussian(11, CHANNELS * SIZE * WIDTH), 0, noise, reference, CHANNELS * SIZE * WIDTH);
        SamplingRequest request = new SamplingRequest(
                SamplerName.DDIM,
                ScheduleName.DIFFUSERS,
                STEPS,
                1,
                training,
                1,
                new float[noise.length],
                0,
                Optional.of(noise));
        OnnxModel model = OnnxModel.read(Path.of("starter/unet/model.onnx"));
        BackendSettings settings = BackendSettings.of(BackendChoice.parse("cpu"));
        try (UNet unet =
                new UNet(model, new SessionFactory(settings), new RewrittenModelCache(cacheFolder, 1L << 30), 8)) {
            PanoramaDenoiser denoiser =
                    new PanoramaDenoiser(views, CHANNELS, true, viewBatch, batch -> network(unet, text, batch));
            float[] last = Sampling.run(request, denoiser, (_, _, _) -> {});
            requireNear(Arrays.copyOf(last, reference), golden.floats("ref"));
            requireNear(Arrays.copyOfRange(last, reference, last.length), golden.floats("pano"));
        }
    }

    private static GuidedDenoiser network(UNet unet, Golden text, List<View> views) {
        int[] rows = new int[1 + views.size()];
        Arrays.fill(rows, 1, rows.length, 3);
        Guidance guidance = new Guidance(
                GUIDANCE, conditioning(text, "last_hidden_state").select(rows), conditioning(text, "empty"));
        return new GuidedDenoiser(
                unet,
                rows.length,
                SIZE,
                SIZE,
                guidance,
                Optional.of(AlignmentSchedule.always(StyleAlignment.defaults())),
                STEPS,
                StopSignal.never());
    }

    private static Conditioning conditioning(Golden text, String name) {
        long[] shape = text.shape(name);
        return new Conditioning((int) shape[0], (int) shape[1], (int) shape[2], text.floats(name), Optional.empty());
    }

    private static void requireNear(float[] ours, float[] theirs) {
        double sum = 0;
        for (int i = 0; i < ours.length; i++) {
            sum += Math.abs(ours[i] - theirs[i]);
        }
        assertThat(Golden.largestDifference(ours, theirs)).isLessThanOrEqualTo(LARGEST);
        assertThat(sum / ours.length).isLessThanOrEqualTo(MEAN);
    }
}
