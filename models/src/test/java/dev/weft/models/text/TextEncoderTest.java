package dev.weft.models.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.ModelInput;
import dev.weft.models.backend.ModelPort;
import dev.weft.models.backend.ModelSession;
import dev.weft.models.backend.SessionFactory;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.golden.Fixture;
import dev.weft.models.golden.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
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
    void a_plain_prompt_has_exactly_the_states_that_the_model_gives_for_its_ids() throws IOException {
        try (TextEncoder encoder = open(Path.of("starter"));
                ModelSession session = sessions.open(Path.of("starter/text_encoder/model.onnx"))) {
            ModelPort port = session.inputs().values().iterator().next();
            try (ModelInput ids = session.allocate(port, 1, 77).put(encoder.tokenIds(0, "house, pixel art style"))) {
                float[] direct = session.run(List.of(ids), List.of("last_hidden_state"), StopSignal.never())
                        .getFirst()
                        .values();
                Conditioning encoded = encoder.encode(List.of("house, pixel art style"), StopSignal.never());
                assertThat(encoded.hiddenStates()).isEqualTo(direct);
            }
        }
    }

    @Test
    void a_weight_moves_the_states_of_its_words_away_from_those_of_the_empty_prompt() throws IOException {
        try (TextEncoder encoder = open(Path.of("starter"))) {
            float[] empty = states(encoder, "");
            float[] plain = states(encoder, "house guitar rocket");
            float[] weighted = states(encoder, "house (guitar:1.5) rocket");
            long[] ids = encoder.tokenIds(0, "house guitar rocket");
            int guitars = encoder.tokenIds(0, "guitar").length - trailing(encoder.tokenIds(0, "guitar")) - 1;
            assertThat(ids[1 + guitars]).isEqualTo(encoder.tokenIds(0, "guitar")[guitars]);
            float[] expected = plain.clone();
            for (int i = 2 * 192; i < (2 + guitars) * 192; i++) {
                expected[i] = empty[i] + 1.5f * (plain[i] - empty[i]);
            }
            assertThat(Golden.largestDifference(weighted, expected)).isLessThanOrEqualTo(1e-5);
            assertThat(Golden.largestDifference(weighted, plain)).isGreaterThan(1e-2);
            assertThat(states(encoder, "house (guitar:1) rocket")).isEqualTo(plain);
        }
    }

    private static int trailing(long[] ids) {
        int count = 0;
        while (ids[ids.length - 1 - count] == ids[ids.length - 1]) {
            count++;
        }
        return count;
    }

    @Test
    void chunks_are_encoded_on_their_own_and_stand_one_after_the_other() throws IOException {
        try (TextEncoder encoder = open(Path.of("starter"))) {
            Conditioning both = encoder.encode(List.of("house BREAK guitar"), StopSignal.never());
            assertThat(both.tokens()).isEqualTo(154);
            float[] first = states(encoder, "house");
            float[] second = states(encoder, "guitar");
            float[] joined = Arrays.copyOf(first, 2 * first.length);
            System.arraycopy(second, 0, joined, first.length, second.length);
            assertThat(Golden.largestDifference(both.hiddenStates(), joined)).isLessThanOrEqualTo(1e-5);
        }
    }

    @Test
    void a_prompt_of_many_words_keeps_them_all() throws IOException {
        try (TextEncoder encoder = open(Path.of("starter"))) {
            Conditioning rows = encoder.encode(List.of("house", "house ".repeat(76) + "guitar"), StopSignal.never());
            assertThat(rows.tokens()).isEqualTo(154);
            assertThat(rows.rows()).isEqualTo(2);
            float[] single = rows.select(0).hiddenStates();
            assertThat(Arrays.copyOfRange(single, 0, single.length / 2))
                    .isEqualTo(Arrays.copyOfRange(single, single.length / 2, single.length));
            float[] end = states(encoder, "house guitar");
            float[] many = rows.select(1).hiddenStates();
            assertThat(Golden.largestDifference(Arrays.copyOfRange(many, many.length / 2, many.length), end))
                    .isLessThanOrEqualTo(1e-5);
        }
    }

    @Test
    void a_model_that_takes_one_prompt_at_a_time_takes_weights_and_chunks_too() throws IOException {
        try (TextEncoder encoder = open(Fixture.STATIC.folder())) {
            Conditioning rows =
                    encoder.encode(List.of("a (red:1.4) fox BREAK snow", "a red fox", "snow"), StopSignal.never());
            float[] first = rows.select(0).hiddenStates();
            float[] snow = rows.select(2).hiddenStates();
            int half = first.length / 2;
            assertThat(Arrays.copyOfRange(first, half, 2 * half)).isEqualTo(Arrays.copyOfRange(snow, 0, half));
            assertThat(Arrays.copyOfRange(first, 0, half)).isNotEqualTo(Arrays.copyOfRange(snow, 0, half));
            assertThat(pooled(rows.select(0))).isEqualTo(pooled(rows.select(1))).isNotEqualTo(pooled(rows.select(2)));
        }
    }

    private static float[] pooled(Conditioning row) {
        return row.pooled().orElseThrow().values();
    }

    private static float[] states(TextEncoder encoder, String prompt) {
        return encoder.encode(List.of(prompt), StopSignal.never()).hiddenStates();
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

    @Test
    void rows_of_different_lengths_are_repeated_until_they_are_equally_long() {
        Conditioning two = new Conditioning(1, 2, 1, new float[] {1, 2}, Optional.empty());
        Conditioning three = new Conditioning(1, 3, 1, new float[] {3, 4, 5}, Optional.empty());
        Conditioning both = two.then(three);
        assertThat(both.tokens()).isEqualTo(6);
        assertThat(both.hiddenStates()).containsExactly(1, 2, 1, 2, 1, 2, 3, 4, 5, 3, 4, 5);
    }

    @Test
    void lengths_without_a_common_multiple_within_reason_are_refused() {
        Conditioning some = new Conditioning(1, 77 * 9, 1, new float[77 * 9], Optional.empty());
        Conditioning others = new Conditioning(1, 77 * 10, 1, new float[77 * 10], Optional.empty());
        assertThatThrownBy(() -> some.then(others))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Prompts of 693 and of 770 tokens cannot be used together; make them equally long, or one"
                        + " twice as long as the other.");
    }
}
