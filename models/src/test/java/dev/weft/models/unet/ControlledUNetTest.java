package dev.weft.models.unet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.SessionFactory;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.control.Control;
import dev.weft.models.control.ControlNet;
import dev.weft.models.control.ControlSchedule;
import dev.weft.models.control.ControlledRows;
import dev.weft.models.control.Controls;
import dev.weft.models.control.SteeredRows;
import dev.weft.models.golden.Fixture;
import dev.weft.models.golden.Golden;
import dev.weft.models.image.ImageBatch;
import dev.weft.models.onnx.OnnxModel;
import dev.weft.models.onnx.RewrittenModelCache;
import dev.weft.models.text.Conditioning;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// U-Nets that ControlNets steer, against diffusers and the StyleAligned authors' handlers in float32: the starter
/// model, which was exported without inputs for residuals, and small models with and without them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlledUNetTest {
    /// The same weights in several forms; only the first has inputs for residuals.
    static final List<Fixture> SAME_WEIGHTS =
            List.of(Fixture.CONTROLLED, Fixture.EXTERNAL, Fixture.FUSED, Fixture.HALF);

    private static final double STRENGTH = 0.8;
    private static final double GUIDANCE = 7.5;
    private static final int TIMESTEP = 501;
    private static final Optional<AlignmentSchedule> SHARED =
            Optional.of(AlignmentSchedule.always(StyleAlignment.defaults()));

    private final Golden starterUnet = Golden.read("golden/unet.safetensors");
    private final Golden starterText = Golden.read("golden/text.safetensors");
    private final Golden starterControl = Golden.read("golden/controlnet.safetensors");
    private final Golden fixture = Fixture.CONTROLLED.golden();

    private Path cacheFolder = Path.of("");
    private UNet starter;
    private ControlNet starterNet;
    private ControlNet fixtureNet;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        cacheFolder = folder;
        starter = unet(Path.of("starter/unet/model.onnx"), cpu());
        starterNet = net(Path.of("starter/controlnet_canny/model.onnx"));
        fixtureNet = net(Fixture.CONTROLLED.folder().resolve("controlnet/model.onnx"));
    }

    @AfterAll
    void close() {
        starter.close();
        starterNet.close();
        fixtureNet.close();
    }

    private static BackendSettings cpu() {
        return BackendSettings.of(BackendChoice.parse("cpu"));
    }

    private UNet unet(Path file, BackendSettings settings) throws IOException {
        return new UNet(OnnxModel.read(file), new SessionFactory(settings), cache(), 8);
    }

    private ControlNet net(Path file) throws IOException {
        return ControlNet.read("canny", file, new SessionFactory(cpu()), cache());
    }

    private RewrittenModelCache cache() {
        return new RewrittenModelCache(cacheFolder, 1L << 30);
    }

    @Test
    void a_call_of_the_starter_model_gives_the_recorded_prediction() {
        float[] prediction =
                predict(starter, starterUnet, "", Sharing.plain(), rows(starterNet, pictures(starterUnet, "cond")));
        assertThat(Golden.largestDifference(prediction, starterUnet.floats("cn_out")))
                .isLessThanOrEqualTo(1e-4);
    }

    @Test
    void small_calls_are_steered_as_one_is() throws IOException {
        ControlledRows controls = rows(starterNet, pictures(starterUnet, "cond"));
        try (UNet small = unet(Path.of("starter/unet/model.onnx"), cpu().withMaxBatch(3))) {
            float[] prediction = predict(small, starterUnet, "", Sharing.plain(), controls);
            assertThat(Golden.largestDifference(prediction, starterUnet.floats("cn_out")))
                    .isLessThanOrEqualTo(1e-4);
        }
    }

    @Test
    void a_shared_set_of_the_starter_model_ends_where_the_authors_code_ended() {
        Control control = control(starterNet, pictures(starterControl, "cond"), STRENGTH);
        GuidedDenoiser denoiser = starterDenoiser(new Controls(List.of(control), List.of()), SHARED);
        float[] start = Golden.read("golden/sampling.safetensors").floats("latents");
        float[] last = new Ddim(20, false).run(start, denoiser).getLast();
        float[] expected = starterControl.floats("traj");
        assertThat(Golden.largestDifference(last, expected)).isLessThanOrEqualTo(2e-2);
        assertThat(meanDifference(last, expected)).isLessThanOrEqualTo(2e-3);
    }

    @ParameterizedTest
    @FieldSource("SAME_WEIGHTS")
    void calls_with_and_without_control_give_the_recorded_predictions(Fixture form) throws IOException {
        Sharing sharing = Sharing.within(StyleAlignment.defaults(), 2, 3, List.of(Reference.of(0)));
        try (UNet unet = unet(form.folder().resolve("unet/model.onnx"), cpu().withThreads(1))) {
            assertCall(unet, form, "unet_plain", Sharing.plain(), ControlledRows.none());
            assertCall(unet, form, "unet_shared", sharing, ControlledRows.none());
            assertCall(unet, form, "unet_controlled", Sharing.plain(), fixtureRows());
            assertCall(unet, form, "unet_controlled_shared", sharing, fixtureRows());
        }
    }

    private void assertCall(UNet unet, Fixture form, String name, Sharing sharing, ControlledRows controls) {
        float[] prediction = predict(unet, fixture, "unet_", sharing, controls);
        assertThat(Golden.largestDifference(prediction, fixture.floats(name)))
                .as(name)
                .isLessThanOrEqualTo(form.tolerance());
    }

    /// In single calls the reference is steered too.
    private ControlledRows fixtureRows() {
        return rows(fixtureNet, fixturePictures(0, 6));
    }

    private ImageBatch fixturePictures(int from, int to) {
        float[] all = fixture.floats("controlnet_cond");
        int size = all.length / 6;
        return new ImageBatch(to - from, 64, 64, Arrays.copyOfRange(all, from * size, to * size));
    }

    @Test
    void a_shared_set_with_controls_on_both_prompts_follows_the_recorded_one() throws IOException {
        Controls controls = new Controls(
                List.of(control(fixtureNet, fixturePictures(3, 6), STRENGTH)),
                List.of(control(fixtureNet, fixturePictures(0, 3), STRENGTH)));
        try (UNet unet = unet(Fixture.CONTROLLED.folder().resolve("unet/model.onnx"), cpu().withThreads(1))) {
            GuidedDenoiser denoiser = new GuidedDenoiser(
                    unet,
                    3,
                    8,
                    8,
                    new Guidance(
                            GUIDANCE,
                            conditioning(fixture, "last_hidden_state"),
                            conditioning(fixture, "empty_last_hidden_state"),
                            controls),
                    SHARED,
                    6,
                    StopSignal.never());
            List<float[]> trajectory = new Ddim(6, false).run(fixture.floats("latents"), denoiser);
            assertThat(fixture.largestDifference(trajectory, "ddim_controlled_shared"))
                    .isLessThanOrEqualTo(1e-3);
        }
    }

    @Test
    void controls_are_added_up() {
        ImageBatch picture = pictures(starterControl, "cond");
        Control whole = control(starterNet, picture, STRENGTH);
        Control half = control(starterNet, picture, STRENGTH / 2);
        float[] once = starterPrediction(new Controls(List.of(whole), List.of()), 0);
        float[] twice = starterPrediction(new Controls(List.of(half, half), List.of()), 0);
        assertThat(Golden.largestDifference(once, twice)).isLessThanOrEqualTo(1e-4);
    }

    @Test
    void a_control_of_both_prompts_counts_once() {
        Control control = control(starterNet, pictures(starterControl, "cond"), STRENGTH);
        float[] positive = starterPrediction(new Controls(List.of(control), List.of()), 0);
        float[] both = starterPrediction(new Controls(List.of(control), List.of(control)), 0);
        assertThat(both).containsExactly(positive);
    }

    @Test
    void strength_0_and_steps_outside_of_start_and_end_change_nothing() {
        ImageBatch picture = pictures(starterControl, "cond");
        float[] plain = starterPrediction(Controls.none(), 0);
        Controls off = new Controls(List.of(control(starterNet, picture, 0)), List.of());
        assertThat(starterPrediction(off, 0)).containsExactly(plain);
        Controls late = new Controls(List.of(new Control(starterNet, picture, 1, 0.5, 1)), List.of());
        assertThat(Golden.largestDifference(starterPrediction(late, 9), plain)).isLessThanOrEqualTo(1e-5);
        assertThat(Golden.largestDifference(starterPrediction(late, 10), plain)).isGreaterThan(1e-2);
    }

    @Test
    void the_reference_follows_no_lines() {
        Controls controls = new Controls(List.of(control(starterNet, pictures(starterControl, "cond"), 1)), List.of());
        float[] sample = Golden.read("golden/sampling.safetensors").floats("latents");
        float[] free = starterDenoiser(Controls.none(), SHARED).predict(sample, TIMESTEP, 0);
        float[] steered = starterDenoiser(controls, SHARED).predict(sample, TIMESTEP, 0);
        int row = sample.length / 4;
        assertThat(Golden.largestDifference(Arrays.copyOf(free, row), Arrays.copyOf(steered, row)))
                .isLessThanOrEqualTo(1e-4);
        for (int picture = 1; picture < 4; picture++) {
            int from = picture * row;
            assertThat(Golden.largestDifference(
                            Arrays.copyOfRange(free, from, from + row), Arrays.copyOfRange(steered, from, from + row)))
                    .isGreaterThan(1e-2);
        }
    }

    @Test
    void a_controlnet_of_another_model_is_refused_with_both_widths() {
        Controls other = new Controls(List.of(control(fixtureNet, fixturePictures(0, 1), 1)), List.of());
        assertThatThrownBy(() -> starterPrediction(other, 0))
                .isInstanceOf(ModelException.class)
                .hasMessage("The ControlNet canny was made for another kind of model: it reads prompts of width 32, but"
                        + " this model's have 192; use a ControlNet of this model.");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void numbers_of_pictures_that_do_not_fit_the_batch_are_refused(int count) {
        ImageBatch pictures = new ImageBatch(count, 128, 128, new float[count * 3 * 128 * 128]);
        Controls controls = new Controls(List.of(control(starterNet, pictures, 1)), List.of());
        assertThatThrownBy(() -> starterDenoiser(controls, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There are " + count + " pictures for the ControlNet canny, but 4 are drawn; give it one"
                        + " picture for all, or one for each.");
    }

    private float[] starterPrediction(Controls controls, int step) {
        float[] sample = Golden.read("golden/sampling.safetensors").floats("latents");
        return starterDenoiser(controls, Optional.empty()).predict(sample, TIMESTEP, step);
    }

    private GuidedDenoiser starterDenoiser(Controls controls, Optional<AlignmentSchedule> alignment) {
        Guidance guidance = new Guidance(
                GUIDANCE, conditioning(starterText, "last_hidden_state"), conditioning(starterText, "empty"), controls);
        return new GuidedDenoiser(starter, 4, 16, 16, guidance, alignment, 20, StopSignal.never());
    }

    private static float[] predict(UNet unet, Golden golden, String prefix, Sharing sharing, ControlledRows controls) {
        long[] shape = golden.shape(prefix + "sample");
        return unet.predict(
                golden.floats(prefix + "sample"),
                (int) shape[0],
                (int) shape[2],
                (int) shape[3],
                TIMESTEP,
                conditioning(golden, prefix.isEmpty() ? "ehs" : "unet_encoder_hidden_states"),
                sharing,
                controls,
                StopSignal.never());
    }

    /// All rows, each with its own picture.
    private static ControlledRows rows(ControlNet net, ImageBatch pictures) {
        int rows = pictures.batch();
        Controls controls = new Controls(List.of(control(net, pictures, STRENGTH)), List.of());
        SteeredRows all = new SteeredRows(false, rows, rows, Set.of());
        return ControlSchedule.of(controls, all, pictures.height(), pictures.width(), 1)
                .at(0);
    }

    private static Control control(ControlNet net, ImageBatch pictures, double strength) {
        return new Control(net, pictures, strength, 0, 1);
    }

    /// Pictures of bytes: colours as they are, where 1 is the brightest, or lines of 255.
    private static ImageBatch pictures(Golden golden, String name) {
        long[] shape = golden.shape(name);
        long[] bytes = golden.longs(name);
        boolean colours = shape.length == 4;
        int plane = (int) (shape[shape.length - 1] * shape[shape.length - 2]);
        int batch = (int) shape[0];
        float[] rgb = new float[batch * 3 * plane];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = colours ? bytes[i] : bytes[i / (3 * plane) * plane + i % plane] / 255f;
        }
        return new ImageBatch(batch, (int) shape[shape.length - 2], (int) shape[shape.length - 1], rgb);
    }

    private static Conditioning conditioning(Golden golden, String name) {
        long[] shape = golden.shape(name);
        return new Conditioning((int) shape[0], (int) shape[1], (int) shape[2], golden.floats(name), Optional.empty());
    }

    private static double meanDifference(float[] left, float[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += Math.abs(left[i] - right[i]);
        }
        return sum / left.length;
    }
}
