package dev.weft.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.golden.Fixture;
import dev.weft.models.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Ids against those of the transformers library's CLIP tokenizer.
class ClipTokenizerTest {
    static final List<Fixture> FIXTURES = List.of(Fixture.LEGACY, Fixture.STATIC, Fixture.EXTERNAL, Fixture.VELOCITY);

    private static final Path STARTER = Path.of("starter/tokenizer");
    private static final List<String> STARTER_PROMPTS =
            List.of("airplane, glossy 3d gradient style", "house", "guitar", "rocket");
    private static final List<String> FIXTURE_PROMPTS = List.of(
            "a red fox in the snow, watercolor",
            "a lighthouse at night, watercolor",
            "three pears on a plate, watercolor",
            "a red fox in the snow, watercolor");

    @Test
    void the_starter_prompts_have_the_recorded_ids() throws IOException {
        Golden golden = Golden.read("golden/text.safetensors");
        try (ClipTokenizer tokenizer = ClipTokenizer.open(TokenizerFiles.read(STARTER, OptionalInt.of(3014)))) {
            assertThat(ids(tokenizer, STARTER_PROMPTS)).isEqualTo(golden.longs("ids"));
            assertThat(tokenizer.encode("")).isEqualTo(golden.longs("empty_ids"));
        }
    }

    @ParameterizedTest
    @FieldSource("FIXTURES")
    void other_vocabularies_and_padding_have_the_recorded_ids(Fixture fixture) throws IOException {
        Golden golden = fixture.golden();
        int rows = (int) golden.shape("input_ids")[0];
        Path folder = fixture.folder().resolve("tokenizer");
        try (ClipTokenizer tokenizer = ClipTokenizer.open(TokenizerFiles.read(folder, OptionalInt.of(674)))) {
            assertThat(ids(tokenizer, FIXTURE_PROMPTS.subList(0, rows))).isEqualTo(golden.longs("input_ids"));
            assertThat(tokenizer.encode("")).isEqualTo(golden.longs("empty_input_ids"));
        }
    }

    private static long[] ids(ClipTokenizer tokenizer, List<String> prompts) {
        return prompts.stream()
                .flatMapToLong(prompt -> Arrays.stream(tokenizer.encode(prompt)))
                .toArray();
    }

    @Test
    void case_and_white_space_do_not_matter() throws IOException {
        try (ClipTokenizer tokenizer = ClipTokenizer.open(TokenizerFiles.read(STARTER, OptionalInt.empty()))) {
            assertThat(tokenizer.encode("  Pixel\tART \n style ")).isEqualTo(tokenizer.encode("pixel art style"));
        }
    }

    @Test
    void a_prompt_that_is_too_long_still_ends_with_the_end_token() throws IOException {
        try (ClipTokenizer tokenizer = ClipTokenizer.open(TokenizerFiles.read(STARTER, OptionalInt.empty()))) {
            long[] row = tokenizer.encode("house ".repeat(200));
            assertThat(row).hasSize(77);
            assertThat(row[76]).isEqualTo(3013);
            assertThat(row[75]).isEqualTo(row[1]);
        }
    }

    @Test
    void a_tokenizer_json_is_used_where_the_older_files_are_missing(@TempDir Path folder) throws IOException {
        TokenizerFiles older = TokenizerFiles.read(STARTER, OptionalInt.empty());
        Files.write(folder.resolve("tokenizer.json"), TokenizerJson.compose(older));
        Files.copy(STARTER.resolve("tokenizer_config.json"), folder.resolve("tokenizer_config.json"));
        try (ClipTokenizer first = ClipTokenizer.open(older);
                ClipTokenizer second = ClipTokenizer.open(TokenizerFiles.read(folder, OptionalInt.empty()))) {
            assertThat(second.encode("purple airplane")).isEqualTo(first.encode("purple airplane"));
        }
    }
}
