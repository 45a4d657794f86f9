package dev.weft.nodes.core.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawnPromptTest {
    @TempDir
    private Path folder = Path.of("");

    private String draw(String template, long seed) {
        try {
            return DrawnPrompt.all(List.of(template), folder, seed).getFirst();
        } catch (PromptException e) {
            throw new AssertionError(e);
        }
    }

    private Set<String> over100Seeds(String template) {
        Set<String> drawn = new TreeSet<>();
        for (long seed = 0; seed < 100; seed++) {
            drawn.add(draw(template, seed));
        }
        return drawn;
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a red fox",
                "a (red:1.2) fox, \\(sly\\)",
                "a { b",
                "a } b | c",
                "snake_case _ and __init",
                "back\\slash \\",
                "__ __",
                "é 狐 \uD83E\uDD8A"
            })
    void a_prompt_without_choices_stays_as_it_is(String prompt) {
        assertThat(draw(prompt, 5)).isEqualTo(prompt);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    \\{a|b\\};      {a|b}
                    {a\\|b};        a|b
                    {\\}};          }
                    \\__name__;     __name__
                    {only};         only
                    {\\(a\\)};      \\(a\\)
                    """)
    void a_backslash_makes_a_sign_plain(String template, String prompt) {
        assertThat(draw(template, 5)).isEqualTo(prompt);
    }

    @Test
    void every_choice_comes_up_and_no_other_text() {
        assertThat(over100Seeds("a {red|green|} {{big |}fox|bear}"))
                .containsExactlyInAnyOrder(
                        "a red fox",
                        "a red big fox",
                        "a red bear",
                        "a green fox",
                        "a green big fox",
                        "a green bear",
                        "a  fox",
                        "a  big fox",
                        "a  bear");
    }

    @Test
    void the_same_seed_draws_the_same_on_every_machine() {
        // As a few lines of Python with whole numbers say that implement the published generator.
        String template = "{a|b|c|d|e|f|g|h}";
        StringBuilder drawn = new StringBuilder();
        for (long seed = 0; seed < 16; seed++) {
            drawn.append(draw(template, seed));
        }
        assertThat(drawn.toString()).isEqualTo("fcdffhffchaehehc");
        assertThat(draw(template, -1)).isEqualTo(draw(template, -1));
    }

    @Test
    void choices_come_as_often_as_their_weights_say() {
        Map<String, Integer> counts = new HashMap<>();
        for (long seed = 0; seed < 4000; seed++) {
            counts.merge(draw("{3::a|b|0::c|.5::d}", seed), 1, Integer::sum);
        }
        assertThat(counts).containsOnlyKeys("a", "b", "d");
        assertThat(counts.get("a")).isBetween(2500, 2830);
        assertThat(counts.get("b")).isBetween(780, 1000);
        assertThat(counts.get("d")).isBetween(370, 520);
    }

    @Test
    void a_wildcard_is_a_line_of_its_file_that_is_neither_blank_nor_a_remark() throws IOException {
        file("colour.txt", "\ufeffred\r\n\n  # warm ones\n  pale green  \n");
        assertThat(over100Seeds("a __colour__ fox")).containsExactlyInAnyOrder("a red fox", "a pale green fox");
    }

    @Test
    void lines_may_hold_choices_weights_and_further_wildcards() throws IOException {
        file("animal.txt", "{old|young} __kind/of_fox__\n");
        file("kind/of_fox.txt", "(fox:1.2)\nvixen");
        assertThat(over100Seeds("__animal__"))
                .containsExactlyInAnyOrder("old (fox:1.2)", "young (fox:1.2)", "old vixen", "young vixen");
    }

    @Test
    void each_prompt_of_a_batch_draws_for_itself() throws PromptException {
        String letters = "{a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p}";
        List<String> many = DrawnPrompt.all(List.of(letters, letters, letters, letters, letters), folder, 3);
        assertThat(Set.copyOf(many)).hasSizeGreaterThan(2);
        List<String> others = DrawnPrompt.all(List.of("x", "{1|2}{1|2}{1|2}", letters), folder, 3);
        assertThat(others.get(2)).isEqualTo(many.get(2));
    }

    @Test
    void a_missing_file_is_named_with_its_place() {
        assertThatThrownBy(() -> DrawnPrompt.all(List.of("a __colour__ fox"), folder, 0))
                .isInstanceOf(PromptException.class)
                .hasMessage("The wildcard __colour__ has no file " + folder.resolve("colour.txt")
                        + "; put one there with a line for each choice, or correct the name.");
    }

    @Test
    void a_wildcard_may_not_lead_out_of_the_folder() {
        assertThatThrownBy(() -> DrawnPrompt.all(List.of("__a/../../secret__"), folder, 0))
                .isInstanceOf(PromptException.class)
                .hasMessageContaining("leads out of the folder");
    }

    @Test
    void files_without_lines_and_files_that_are_no_text_are_refused() throws IOException {
        file("empty.txt", "\n# nothing\n");
        assertThatThrownBy(() -> DrawnPrompt.all(List.of("__empty__"), folder, 0))
                .isInstanceOf(PromptException.class)
                .hasMessageContaining("has no lines to choose from; write at least one.");
        Files.write(folder.resolve("latin.txt"), "café".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> DrawnPrompt.all(List.of("__latin__"), folder, 0))
                .isInstanceOf(PromptException.class)
                .hasMessageContaining("is not UTF-8 text; save it as such.");
    }

    @Test
    void files_that_lead_to_each_other_without_end_are_refused() throws IOException {
        file("a.txt", "x __b__");
        file("b.txt", "__a__");
        assertThatThrownBy(() -> DrawnPrompt.all(List.of("__a__"), folder, 0))
                .isInstanceOf(PromptException.class)
                .hasMessageContaining("more than 20 deep in each other at '");
        file("long.txt", "y".repeat(1000));
        assertThatThrownBy(() -> DrawnPrompt.all(List.of("__long__".repeat(200)), folder, 0))
                .isInstanceOf(PromptException.class)
                .hasMessageContaining("longer than 100000 characters");
    }
}
