package dev.weft.models.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.SessionFactory;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.golden.Fixture;
import dev.weft.models.golden.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Hidden states against those of the transformers library (float32).
class TextEncoderTest {
    static final List<Fixture> FIXTURES =
            List.of(Fixture.LEGACY, Fixture.STATIC, Fixture.EXTERNAL, Fixture.HALF, Fixture.VELOCITY);

    private static final List<String> PROMPTS = List.of(
            "a red fox in the snow, watercolor",
            "a lighthouse at night, watercolor",
            "three pears on a plate, watercolor",
            "a red fox in the snow, watercolor");

    private final SessionFactory sessions = new SessionFactory(BackendSettings.of(BackendChoice.parse("cpu")));

    private TextEncoder open(Path bundle) throws IOException {
        TokenizerFiles files = TokenizerFiles.read(bundle.resolve("tokenizer"), OptionalInt.empty());
        return new TextEncoder(
                List.of(ClipTokenizer.open(files)), List.of(sessions.open(bundle.resolve("text_encoder/model.onnx"))));
    }

    @Test
    void the_starter_prompts_are_encoded_as_recorded() throws IOException {
        Golden golden = Golden.read("golden/text.safetensors");
        try (TextEncoder encoder = open(Path.of("starter"))) {
            Conditioning prompts = encoder.encode(
                    List.of("airplane, glossy 3d gradient style", "house", "guitar", "rocket"), StopSignal.never());
            assertThat(prompts.rows()).isEqualTo(4);
            assertThat(prompts.tokens()).isEqualTo(77);
            assertThat(prompts.width()).isEqualTo(192);
            assertThat(Golden.largestDifference(prompts.hiddenStates(), golden.floats("last_hidden_state")))
                    .isLessThanOrEqualTo(1e-4);
            Conditioning empty = encoder.encode(List.of(""), StopSignal.never());
            assertThat(Golden.largestDifference(empty.hiddenStates(), golden.floats("empty")))
                    .isLessThanOrEqualTo(1e-4);
        }
    }

    @ParameterizedTest
    @FieldSource("FIXTURES")
    void other_exports_encode_as_recorded(Fixture fixture) throws IOException {
        Golden golden = fixture.golden();
        int rows = (int) golden.shape("last_hidden_state")[0];
        double tolerance = fixture.equals(Fixture.HALF) ? 0.01 : 1e-4;
        try (TextEncoder encoder = open(fixture.folder())) {
            Conditioning prompts = encoder.encode(PROMPTS.subList(0, rows), StopSignal.never());
            assertThat(Golden.largestDifference(prompts.hiddenStates(), golden.floats("last_hidden_state")))
                    .isLessThanOrEqualTo(tolerance);
            assertThat(Golden.largestDifference(
                            prompts.pooled().orElseThrow().values(), golden.floats("pooler_output")))
                    .isLessThanOrEqualTo(tolerance);
        }
    }

    @Test
    void equal_prompts_have_equal_rows_wherever_they_stand() throws IOException {
        try (TextEncoder encoder = open(Fixture.EXTERNAL.folder())) {
            Conditioning rows = encoder.encode(List.of("fox", "pear", "fox"), StopSignal.never());
            assertThat(rows.select(0).hiddenStates())
                    .isEqualTo(rows.select(2).hiddenStates())
                    .isNotEqualTo(rows.select(1).hiddenStates());
        }
    }

    @Test
    void a_model_that_is_no_text_encoder_is_refused() {
        assertThatThrownBy(() -> {
                    TokenizerFiles files = TokenizerFiles.read(Path.of("starter/tokenizer"), OptionalInt.empty());
                    new TextEncoder(
                            List.of(ClipTokenizer.open(files)),
                            List.of(sessions.open(Path.of("starter/vae_decoder/model.onnx"))));
                })
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("has no input input_ids, so it is no text encoder");
    }

    @Test
    void one_prompt_serves_every_picture_but_two_do_not_serve_three() {
        Conditioning two = new Conditioning(2, 1, 1, new float[] {1, 2}, Optional.empty());
        assertThat(two.select(1).spread(3).hiddenStates()).containsExactly(2, 2, 2);
        assertThatThrownBy(() -> two.spread(3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There are 2 prompts for 3 pictures; give one prompt for all pictures or one for each.");
    }
}
