package dev.weft.graph.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.Node;
import dev.weft.graph.json.WorkflowFormatException;
import dev.weft.graph.json.WorkflowReader;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.PortKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterReaderTest {
    private static final NodeForm FORM = NodeForm.of(TestCatalog.signature(
            "core:x",
            List.of(TestCatalog.input("model", PortKind.MODEL)),
            List.of(),
            List.of(
                    new Parameter.Whole("whole", 7, -5, 1000, "A whole number."),
                    new Parameter.Whole("eighths", 16, 16, 4093, 8, "A multiple of eight."),
                    new Parameter.Whole("huge", 0, Long.MIN_VALUE, Long.MAX_VALUE, "Any whole number."),
                    new Parameter.Seed("seed", 3, "A seed."),
                    new Parameter.Decimal("decimal", 0.5, -1, 1e30, "A decimal number."),
                    new Parameter.Flag("flag", true, "A flag."),
                    new Parameter.Text("text", "hello", true, "A text."),
                    new Parameter.Choice("choice", "red", List.of("red", "green", "blue"), "A choice."))));

    private static ParameterReader reader(String member) throws WorkflowFormatException {
        Node node = WorkflowReader.parse(
                        "{\"weft\": 1, \"nodes\": [{\"id\": \"n\", \"type\": \"core:x\", \"parameters\": {" + member
                                + "}}]}",
                        "test")
                .nodes()
                .getFirst();
        return new ParameterReader(node, FORM, new Suggestions());
    }

    @Test
    void what_is_not_set_has_its_default() throws WorkflowFormatException {
        assertThat(reader("").read(Set.of()).orElseThrow().asMap())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "whole", 7L, "eighths", 16L, "huge", 0L, "seed", 3L, "decimal", 0.5, "flag", true, "text",
                        "hello", "choice", "red"));
    }

    @ParameterizedTest
    @CsvSource({
        "whole, 20, 20",
        "whole, 20.0, 20",
        "whole, 2e1, 20",
        "whole, 2000e-2, 20",
        "whole, -0, 0",
        "whole, 0e999999999, 0",
        "whole, -5, -5",
        "whole, 1000, 1000",
        "eighths, 4088, 4088",
        "huge, -9223372036854775808, -9223372036854775808",
        "huge, 9223372036854775807, 9223372036854775807",
        "seed, 0, 0",
        "seed, 9223372036854775807, 9223372036854775807",
        "seed, 9223372036854775808, -9223372036854775808",
        "seed, 18446744073709551615, -1",
        "seed, 1e19, -8446744073709551616",
    })
    void whole_numbers_are_read_in_any_form(String name, String literal, long value) throws WorkflowFormatException {
        assertThat(reader("\"" + name + "\": " + literal)
                        .read(Set.of())
                        .orElseThrow()
                        .whole(name))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"6, 6.0", "6.25, 6.25", "-1, -1.0", "1e30, 1e30", "1e-400, 0", "-0, -0.0"})
    void decimal_numbers_are_read_in_any_form(String literal, double value) throws WorkflowFormatException {
        assertThat(reader("\"decimal\": " + literal)
                        .read(Set.of())
                        .orElseThrow()
                        .decimal("decimal"))
                .isEqualTo(value);
    }

    @Test
    void flags_texts_and_choices_are_read() throws WorkflowFormatException {
        assertThat(reader("\"flag\": false, \"text\": \"\", \"choice\": \"blue\"")
                        .read(Set.of())
                        .orElseThrow()
                        .asMap())
                .containsEntry("flag", false)
                .containsEntry("text", "")
                .containsEntry("choice", "blue");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "whole": 1.5      | Parameter 'whole' of node 'n' must be a whole number, but is the number 1.5; correct it.
            "whole": "20"     | Parameter 'whole' of node 'n' must be a whole number, but is the text "20"; write it without quotation marks.
            "whole": null     | Parameter 'whole' of node 'n' must be a whole number, but is null; correct it.
            "whole": 1001     | Parameter 'whole' of node 'n' is the number 1001, which is out of range; choose from -5 to 1000.
            "whole": -6       | Parameter 'whole' of node 'n' is the number -6, which is out of range; choose from -5 to 1000.
            "whole": 1e999999999 | Parameter 'whole' of node 'n' is the number 1e999999999, which is out of range; choose from -5 to 1000.
            "whole": 1e99999999999 | Parameter 'whole' of node 'n' is the number 1e99999999999, which is out of range; choose from -5 to 1000.
            "eighths": 20     | Parameter 'eighths' of node 'n' is 20, which is not a multiple of 8; the nearest allowed value is 16.
            "eighths": 21     | Parameter 'eighths' of node 'n' is 21, which is not a multiple of 8; the nearest allowed value is 24.
            "eighths": 4093   | Parameter 'eighths' of node 'n' is 4093, which is not a multiple of 8; the nearest allowed value is 4088.
            "huge": 9223372036854775808 | Parameter 'huge' of node 'n' is the number 9223372036854775808, which is out of range; choose from -9223372036854775808 to 9223372036854775807.
            "seed": -1        | Parameter 'seed' of node 'n' is the number -1, which is out of range; choose from 0 to 18446744073709551615.
            "seed": 18446744073709551616 | Parameter 'seed' of node 'n' is the number 18446744073709551616, which is out of range; choose from 0 to 18446744073709551615.
            "seed": 0.5       | Parameter 'seed' of node 'n' must be a whole number, but is the number 0.5; correct it.
            "decimal": 1e31   | Parameter 'decimal' of node 'n' is the number 1e31, which is out of range; choose from -1.0 to 1.0E30.
            "decimal": 1e999  | Parameter 'decimal' of node 'n' is the number 1e999, which is out of range; choose from -1.0 to 1.0E30.
            "decimal": true   | Parameter 'decimal' of node 'n' must be a number, but is true; correct it.
            "flag": 1         | Parameter 'flag' of node 'n' must be true or false, but is the number 1; correct it.
            "flag": "true"    | Parameter 'flag' of node 'n' must be true or false, but is the text "true"; write it without quotation marks.
            "text": 5         | Parameter 'text' of node 'n' must be text, but is the number 5; put it into quotation marks.
            "text": ["a"]     | Parameter 'text' of node 'n' must be text, but is an array; correct it.
            "choice": "Blue"  | Parameter 'choice' of node 'n' is "Blue", which is not in its list; did you mean 'blue'?
            "choice": "mauve" | Parameter 'choice' of node 'n' is "mauve", which is not in its list; choose one of red, green, blue.
            "choice": 1       | Parameter 'choice' of node 'n' must be text, but is the number 1; put it into quotation marks.
            "hwole": 1        | Node 'n' has no parameter 'hwole'; did you mean 'whole'?
            "zzzz": 1         | Node 'n' has no parameter 'zzzz'; choose one of whole, eighths, huge, seed, decimal, flag, text, choice.
            "model": 1        | Node 'n' has no parameter 'model'; it is an input, so link an output to it.
            """)
    void a_value_that_does_not_do_is_refused(String member, String message) throws WorkflowFormatException {
        ParameterReader reader = reader(member);

        assertThat(reader.read(Set.of())).isEmpty();
        assertThat(reader.problems()).extracting(Problem::message).containsExactly(message);
        assertThat(reader.problems().getFirst().node()).contains("n");
        assertThat(reader.problems().getFirst().port()).isPresent();
    }

    @Test
    void every_wrong_value_of_a_node_is_told() throws WorkflowFormatException {
        ParameterReader reader = reader("\"whole\": \"a\", \"flag\": 1, \"none\": 2");

        assertThat(reader.read(Set.of())).isEmpty();
        assertThat(reader.problems()).hasSize(3);
    }
}
