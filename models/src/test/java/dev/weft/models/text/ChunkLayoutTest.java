package dev.weft.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Chunks of 77 as ComfyUI lays them out. "house" is one token of the starter's tokenizer.
class ChunkLayoutTest {
    private static final long BEGIN = 3012;
    private static final long END = 3013;

    private ClipTokenizer tokenizer = open();

    @BeforeEach
    void one_word_is_one_token() {
        assertThat(tokenizer.words("house house")).hasSize(2);
    }

    @AfterEach
    void close() {
        tokenizer.close();
    }

    private static ClipTokenizer open() {
        try {
            return ClipTokenizer.open(TokenizerFiles.read(Path.of("starter/tokenizer"), OptionalInt.empty()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<TokenChunk> layout(String prompt) {
        return ChunkLayout.of(PromptSyntax.parse(prompt), tokenizer);
    }

    /// How many tokens of words each chunk has.
    private List<Integer> fill(String prompt) {
        return layout(prompt).stream().map(ChunkLayoutTest::words).toList();
    }

    private static int words(TokenChunk chunk) {
        long[] ids = chunk.ids();
        assertThat(ids).hasSize(77);
        assertThat(ids[0]).isEqualTo(BEGIN);
        int end = 1;
        while (ids[end] != END) {
            end++;
        }
        assertThat(Arrays.stream(ids).skip(end)).containsOnly(END);
        return end - 1;
    }

    private static String houses(int count) {
        return "house ".repeat(count).strip();
    }

    @Test
    void a_prompt_that_fits_is_the_row_that_it_always_was() {
        for (String prompt : List.of("", "house", "airplane, glossy 3d gradient style", houses(75))) {
            List<TokenChunk> chunks = layout(prompt);
            assertThat(chunks).hasSize(1);
            assertThat(chunks.getFirst().ids()).isEqualTo(tokenizer.encode(prompt));
            assertThat(chunks.getFirst().weighted()).isFalse();
        }
    }

    @Test
    void words_beyond_75_stand_in_further_chunks() {
        assertThat(fill(houses(75))).containsExactly(75);
        assertThat(fill(houses(76))).containsExactly(75, 1);
        assertThat(fill(houses(200))).containsExactly(75, 75, 50);
    }

    @Test
    void a_short_stretch_of_one_weight_is_not_cut() {
        assertThat(fill(houses(70) + " (" + houses(7) + ":1.2)")).containsExactly(70, 7);
        assertThat(fill(houses(70) + " (" + houses(8) + ":1.2)")).containsExactly(75, 3);
        assertThat(fill(houses(75) + " (" + houses(8) + ":1.2)")).containsExactly(75, 8);
        assertThat(fill(houses(75) + " (" + houses(7) + ":1.2)")).containsExactly(75, 7);
    }

    @Test
    void break_begins_a_chunk_as_in_the_web_ui() {
        assertThat(fill("house BREAK guitar")).containsExactly(1, 1);
        assertThat(fill("BREAK house")).containsExactly(0, 1);
        assertThat(fill("house BREAK BREAK house")).containsExactly(1, 0, 1);
        assertThat(fill("house BREAK")).containsExactly(1);
        assertThat(fill("BREAK")).containsExactly(0);
        assertThat(fill(houses(80) + " BREAK house")).containsExactly(75, 5, 1);
    }

    @Test
    void weights_stand_at_their_words_and_nowhere_else() {
        TokenChunk chunk = layout("house (guitar house:1.5) (rocket:0)").getFirst();
        float[] expected = new float[77];
        Arrays.fill(expected, 1);
        int guitar = tokenizer.words("guitar").length;
        Arrays.fill(expected, 2, 3 + guitar, 1.5f);
        Arrays.fill(expected, 3 + guitar, 3 + guitar + tokenizer.words("rocket").length, 0);
        assertThat(chunk.weights()).containsExactly(expected);
        assertThat(chunk.weighted()).isTrue();
        assertThat(layout("(house:1.0)").getFirst().weighted()).isFalse();
    }
}
