package dev.weft.models.lora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.bundle.BundleCatalog;
import dev.weft.models.bundle.LoadedModels;
import dev.weft.models.bundle.ModelLibrary;
import dev.weft.models.golden.Golden;
import dev.weft.models.sampling.SamplerName;
import dev.weft.models.sampling.Sampling;
import dev.weft.models.sampling.SamplingRequest;
import dev.weft.models.sampling.ScheduleName;
import dev.weft.models.text.Conditioning;
import dev.weft.models.unet.AlignmentSchedule;
import dev.weft.models.unet.Guidance;
import dev.weft.models.unet.GuidedDenoiser;
import dev.weft.models.unet.StyleAlignment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The starter model with the LoRA of a style it has never seen, against diffusers with the LoRA as layers
/// beside the attention's (float32, 20 DDIM steps, guidance 7.5, noise of seed 10), plain and with the
/// StyleAligned authors' handlers.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoraTrajectoryTest {
    private static final Path DIFFUSERS = Path.of("loras/paper_cutout.safetensors");
    private static final Path KOHYA = Path.of("src/test/resources/lora/paper_cutout_kohya.safetensors");
    private static final int STEPS = 20;
    private static final int BATCH = 4;
    private static final int SIZE = 16;
    private static final long SEED = 10;
    private static final double GUIDANCE = 7.5;
    private static final double LAST_LATENT_BOUND = 1e-3;
    /// Guidance multiplies what rounding does to each half.
    private static final double ROUNDING = 5e-5;
    private static final List<String> PROMPTS = List.of(
            "airplane, flat paper cutout style",
            "house, flat paper cutout style",
            "guitar, flat paper cutout style",
            "rocket, flat paper cutout style");

    private final Golden golden = Golden.read("golden/lora.safetensors");

    private ModelLibrary library;
    private LoadedModels base;
    private Lora lora;

    @BeforeAll
    void open(@TempDir Path cacheFolder) throws IOException {
        library = new ModelLibrary(
                BackendSettings.of(BackendChoice.parse("cpu")), new BundleCatalog(List.of(Path.of("."))), cacheFolder);
        base = library.open("starter");
        lora = Lora.read(DIFFUSERS);
    }

    @AfterAll
    void close() {
        library.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "sa"})
    void the_last_latent_is_that_of_diffusers(String name) throws LoraException {
        LoadedModels models = base.with(lora, 1, 1);
        Optional<AlignmentSchedule> alignment = name.equals("plain")
                ? Optional.empty()
                : Optional.of(AlignmentSchedule.always(StyleAlignment.defaults()));
        SamplingRequest request = SamplingRequest.fromNoise(
                SamplerName.DDIM,
                ScheduleName.DIFFUSERS,
                STEPS,
                models.bundle().schedule(),
                BATCH,
                BATCH * 4 * SIZE * SIZE,
                SEED);
        float[] last = Sampling.run(request, denoiser(models, alignment), (_, _, _) -> {});
        assertThat(Golden.largestDifference(last, golden.floats(name))).isLessThanOrEqualTo(LAST_LATENT_BOUND);
    }

    private GuidedDenoiser denoiser(LoadedModels models, Optional<AlignmentSchedule> alignment) {
        StopSignal stop = StopSignal.never();
        Conditioning negative = encoded(models, Collections.nCopies(1, ""));
        Guidance guidance = new Guidance(GUIDANCE, encoded(models, PROMPTS), negative);
        return new GuidedDenoiser(models.unet(), BATCH, SIZE, SIZE, guidance, alignment, STEPS, stop);
    }

    private float[] prediction(LoadedModels models) {
        return denoiser(models, Optional.empty()).predict(golden.floats("latents"), 501, 0);
    }

    @Test
    void both_layouts_give_the_same_prediction_bit_for_bit() throws LoraException {
        assertThat(prediction(base.with(Lora.read(KOHYA), 0.7, 1))).isEqualTo(prediction(base.with(lora, 0.7, 1)));
    }

    @Test
    void the_same_strength_taken_away_gives_the_model_as_it_was() throws LoraException {
        float[] without = prediction(base);
        float[] away = prediction(base.with(lora, 0.8, 1).with(lora, -0.8, 1));
        assertThat(Golden.largestDifference(prediction(base.with(lora, 0.8, 1)), without))
                .isGreaterThan(1e-2);
        assertThat(Golden.largestDifference(away, without)).isLessThanOrEqualTo(ROUNDING);
    }

    @Test
    void two_halves_make_a_whole() throws LoraException {
        float[] whole = prediction(base.with(lora, 1, 1));
        float[] halves = prediction(base.with(lora, 0.5, 1).with(Lora.read(KOHYA), 0.5, 1));
        assertThat(Golden.largestDifference(halves, whole)).isLessThanOrEqualTo(ROUNDING);
    }

    @Test
    void a_text_encoder_is_changed_by_its_own_strength() throws LoraException {
        Lora both = new RandomLora().lora(192, 224);
        float[] before = encoded(base);
        assertThat(encoded(base.with(both, 1, 0))).isEqualTo(before);
        float[] changed = encoded(base.with(both, 0, 1));
        assertThat(Golden.largestDifference(changed, before)).isGreaterThan(1e-2);
        float[] away = encoded(base.with(both, 1, 0.5).with(both, 0, -0.5));
        assertThat(Golden.largestDifference(away, before)).isLessThanOrEqualTo(ROUNDING);
    }

    @Test
    void what_was_closed_to_make_room_is_opened_anew() throws LoraException {
        Lora text = new RandomLora().lora(192, 224);
        LoadedModels first = base.with(text, 0, 0.1);
        float[] before = encoded(first);
        for (double strength = 0.2; strength < 1.1; strength += 0.1) {
            assertThat(encoded(base.with(text, 0, strength))).isNotEqualTo(before);
        }
        assertThat(encoded(first)).isEqualTo(before);
    }

    private static Conditioning encoded(LoadedModels models, List<String> prompts) {
        StopSignal stop = StopSignal.never();
        return models.textEncoder().use(stop, encoder -> encoder.encode(prompts, stop));
    }

    private static float[] encoded(LoadedModels models) {
        return encoded(models, PROMPTS).hiddenStates();
    }

    @Test
    void a_lora_leaves_no_trace_in_the_model_it_was_added_to() throws LoraException {
        float[] before = prediction(base);
        LoadedModels changed = base.with(lora, 1, 1);
        assertThat(Golden.largestDifference(prediction(changed), before)).isGreaterThan(1e-2);
        assertThat(prediction(base)).isEqualTo(before);
        assertThat(base.loras()).isEqualTo(LoraStack.empty());
        assertThat(changed.unet().identity()).isEqualTo(base.unet().identity());
        assertThat(base.with(lora, 0, 1)).isSameAs(base);
        assertThat(changed.unet()).isSameAs(base.with(lora, 1, 0.5).unet());
        assertThat(changed.vaeDecoder()).isSameAs(base.vaeDecoder());
        assertThat(changed.textEncoder()).isSameAs(base.textEncoder());
    }
}
