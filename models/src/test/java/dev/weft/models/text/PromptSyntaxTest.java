package dev.weft.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.text.PromptPart.Break;
import dev.weft.models.text.PromptPart.Words;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Weights as ComfyUI reads them: its published examples, its corner cases, and prompts made from known weights.
class PromptSyntaxTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
                    (foo);                             foo=1.1
                    (foo)(bar);                        foo=1.1|bar=1.1
                    (foo:2.0);                         foo=2
                    ((foo));                           foo=1.21
                    ((foo):1.1);                       foo=1.21
                    ((foo:1.1));                       foo=1.1
                    (foo:0.0);                         foo=0
                    ((foo:1.0):0.0);                   foo=1
                    foo ((((lol (cat:666) attack:100)))) baz;  "foo =1|lol =100|cat=666| attack=100| baz=1"
                    foo ((((lol (cat:666) attack):100))) baz;  "foo =1|lol =110|cat=666| attack=110| baz=1"
                    """)
    void the_examples_of_comfyui_have_its_weights(String prompt, String parts) {
        assertThat(rounded(prompt)).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
                    "";                   ""
                    ();                   ""
                    a red fox;            a red fox=1
                    a :-( sad fox;        "a :-=1|( sad fox=1"
                    fox) and (bear);      "fox) and (bear)=1"
                    fox)) (and (bear);    "fox)) (and (bear)=1"
                    (fox (bear);          "fox =1.1|(bear=1.1"
                    (12:30);              12=30
                    (fox: 1.5 );          fox=1.5
                    (fox:-1);             fox=-1
                    (fox:.5);             fox=0.5
                    (fox:1e1);            fox=10
                    (fox:1.5x);           fox:1.5x=1.1
                    (fox:);               fox:=1.1
                    (:1.5);               :1.5=1.1
                    (fox:inf);            fox:inf=1.1
                    (fox:1e999);          fox:1e999=1.1
                    (fox:nan);            fox:nan=1.1
                    """)
    void odd_prompts_are_read_as_comfyui_reads_them_but_every_weight_is_finite(String prompt, String parts) {
        assertThat(rounded(prompt)).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
                    \\(fox\\);               (fox)=1
                    (fox \\(red\\):1.3);     fox (red)=1.3
                    (fox \\);                (fox )=1
                    fox\\;                   fox\\=1
                    \\\\(fox);               "\\(fox)=1"
                    fox \\"red\\" \\n;       fox \\"red\\" \\n=1
                    """)
    void a_backslash_makes_a_parenthesis_plain_and_nothing_else(String prompt, String parts) {
        assertThat(rounded(prompt)).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
                    a fox BREAK a bear;           a fox=1|BREAK|a bear=1
                    (a fox BREAK a bear:1.2);     a fox=1.2|BREAK|a bear=1.2
                    (a fox:1.2) BREAK a bear;     a fox=1.2|BREAK|a bear=1
                    BREAK a bear;                 BREAK|a bear=1
                    a fox BREAK;                  a fox=1|BREAK
                    a fox BREAK BREAK a bear;     a fox=1|BREAK|BREAK|a bear=1
                    a fox BREAK, a bear;          "a fox=1|BREAK|, a bear=1"
                    a break BREAKFAST;            a break BREAKFAST=1
                    """)
    void break_divides_where_it_is_a_word_in_capitals(String prompt, String parts) {
        assertThat(rounded(prompt)).isEqualTo(parts);
    }

    @Test
    void groups_may_be_as_deep_as_anybody_writes_them() {
        List<PromptPart> parts = PromptSyntax.parse("(".repeat(5000) + "fox" + ")".repeat(5000));
        assertThat(parts).singleElement().isInstanceOf(Words.class);
    }

    @Property
    void a_prompt_made_of_weighted_words_gives_these_words_their_weights(@ForAll("groups") List<Group> groups) {
        StringBuilder prompt = new StringBuilder();
        List<Words> expected = new ArrayList<>();
        for (Group group : groups) {
            group.write(prompt, expected, 1);
        }
        assertThat(PromptSyntax.parse(prompt.toString()))
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(expected);
    }

    @Property
    void escaped_text_is_read_as_it_was(@ForAll("anyText") String text) {
        String escaped = text.replace("(", "\\(").replace(")", "\\)");
        assertThat(PromptSyntax.parse(escaped))
                .containsExactlyElementsOf(text.isEmpty() ? List.of() : List.of(new Words(text, 1)));
    }

    @Property
    void every_text_is_a_prompt_and_loses_only_signs(@ForAll("anyText") String text) {
        StringBuilder words = new StringBuilder();
        for (PromptPart part : PromptSyntax.parse(text)) {
            Words word = (Words) part;
            assertThat(word.text()).isNotEmpty();
            assertThat(word.weight()).isFinite();
            words.append(word.text());
        }
        assertThat(letters(words.toString())).isEqualTo(letters(text));
    }

    /// A backslash is not followed by a parenthesis here, which a second escape would change.
    @Provide
    Arbitrary<String> anyText() {
        return Arbitraries.strings().withChars("ab (): .0159,-é狐\n").ofMaxLength(40);
    }

    @Provide
    Arbitrary<List<Group>> groups() {
        return group(3).list().ofMinSize(1).ofMaxSize(4).map(PromptSyntaxTest::divided);
    }

    /// Neighbours of equal weight without parentheses between them would be one stretch.
    private static List<Group> divided(List<Group> groups) {
        List<Group> result = new ArrayList<>();
        for (Group group : groups) {
            boolean plain = group.sort() == Sort.PLAIN;
            if (!plain || result.isEmpty() || result.getLast().sort() != Sort.PLAIN) {
                result.add(group);
            }
        }
        return result;
    }

    private static Arbitrary<Group> group(int depth) {
        Arbitrary<String> words =
                Arbitraries.strings().withChars("abc ,é()").ofMinLength(1).ofMaxLength(8);
        Arbitrary<Group> leaf = words.map(text -> new Group(Sort.PLAIN, text, List.of(), 0));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<List<Group>> inner = Arbitraries.lazy(() -> group(depth - 1))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(PromptSyntaxTest::divided);
        Arbitrary<Integer> hundredths = Arbitraries.integers().between(-200, 300);
        return Arbitraries.oneOf(
                leaf,
                inner.map(parts -> new Group(Sort.STRESSED, "", parts, 0)),
                Combinators.combine(inner, hundredths).as((parts, weight) -> new Group(Sort.SET, "", parts, weight)));
    }

    private static String letters(String text) {
        return text.replaceAll("[^abé狐]", "");
    }

    private static String rounded(String prompt) {
        List<String> parts = new ArrayList<>();
        for (PromptPart part : PromptSyntax.parse(prompt)) {
            parts.add(
                    switch (part) {
                        case Break _ -> "BREAK";
                        case Words words -> words.text() + "=" + shortest(Math.round(words.weight() * 1e6) / 1e6);
                    });
        }
        return String.join("|", parts);
    }

    private static String shortest(double weight) {
        return weight == Math.rint(weight) ? String.valueOf((long) weight) : String.valueOf(weight);
    }

    enum Sort {
        PLAIN,
        STRESSED,
        SET
    }

    /// Words, or a group of such with its weight in hundredths.
    record Group(Sort sort, String text, List<Group> parts, int hundredths) {
        void write(StringBuilder prompt, List<Words> expected, double weight) {
            if (sort == Sort.PLAIN) {
                prompt.append(text.replace("(", "\\(").replace(")", "\\)"));
                expected.add(new Words(text, weight));
                return;
            }
            double inside = sort == Sort.SET ? hundredths / 100.0 : weight * 1.1;
            prompt.append('(');
            parts.forEach(part -> part.write(prompt, expected, inside));
            prompt.append(sort == Sort.SET ? ":" + hundredths / 100.0 + ")" : ")");
        }
    }

    @Test
    void the_words_of_a_prompt_are_without_weights_and_breaks() {
        assertThat(PromptWords.of("a (red:1.2) house BREAK at ((night))")).isEqualTo("a red house at night");
        assertThat(PromptWords.of("a face \\(smiling\\)")).isEqualTo("a face (smiling)");
        assertThat(PromptWords.of("")).isEmpty();
    }
}
