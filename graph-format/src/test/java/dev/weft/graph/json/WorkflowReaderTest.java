package dev.weft.graph.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.Position;
import dev.weft.graph.Workflow;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowReaderTest {
    private static WorkflowFormatException refusal(String text) {
        WorkflowFormatException refusal =
                catchThrowableOfType(WorkflowFormatException.class, () -> WorkflowReader.parse(text, "file"));
        assertThat(refusal).as(text).isNotNull();
        assertThat(refusal).hasMessageMatching("file(, line \\d+, column \\d+)?: [^\\n]+; [^\\n]+[^.]");
        return refusal;
    }

    @Test
    void nodes_links_and_parameters_are_read() throws WorkflowFormatException {
        Workflow workflow = WorkflowReader.parse("""
                {"weft": 1, "title": "A",
                 "nodes": [{"id": "a.b", "type": "core:sample", "version": 2, "title": "T", "position": [1, 2.5],
                            "parameters": {"seed": 3, "text": "é"}}],
                 "links": [{"from": "a.b.latent", "to": "c.latent"}]}
                """, "file");

        Node node = workflow.nodes().getFirst();
        assertThat(workflow.title()).isEqualTo("A");
        assertThat(node.id()).isEqualTo("a.b");
        assertThat(node.type()).isEqualTo(new NodeTypeId("core", "sample"));
        assertThat(node.version()).isEqualTo(2);
        assertThat(node.title()).isEqualTo("T");
        assertThat(node.position()).contains(new Position(new JsonNumber("1"), new JsonNumber("2.5")));
        assertThat(node.parameters())
                .containsEntry("seed", JsonNumber.of(3))
                .containsEntry("text", new JsonString("é"));
        assertThat(workflow.links()).containsExactly(Link.of("a.b.latent", "c.latent"));
        assertThat(workflow.links().getFirst().from().node()).isEqualTo("a.b");
    }

    @Test
    void what_may_be_left_out_has_a_default() throws WorkflowFormatException {
        Workflow workflow =
                WorkflowReader.parse("{\"weft\": 1, \"nodes\": [{\"id\": \"a\", \"type\": \"x:y\"}]}", "file");

        assertThat(workflow.links()).isEmpty();
        assertThat(workflow.nodes().getFirst().version()).isEqualTo(1);
        assertThat(workflow.nodes().getFirst().position()).isEmpty();
        assertThat(workflow.nodes().getFirst().parameters()).isEmpty();
    }

    @Test
    void a_byte_order_mark_is_passed_over() throws WorkflowFormatException {
        assertThat(WorkflowReader.parse("\uFEFF{\"weft\": 1}", "file").nodes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"weft": 1,}                |  1 | 12 | '}' is not how a key begins
            {"weft": 1, a: 2}           |  1 | 13 | 'a' is not how a key begins
            {"weft" 1}                  |  1 |  9 | '1' stands where a colon must
            {"weft": [1 2]}             |  1 | 13 | '2' stands where a comma or a closing bracket must
            {"weft": 01}                |  1 | 11 | needless 0
            {"weft": .5}                |  1 | 10 | '.' is not how a value begins
            {"weft": 1.x}               |  1 | 11 | 'x' cannot stand in a number
            {"weft": tru}               |  1 | 10 | put text into quotation marks
            {"weft": NaN}               |  1 | 13 | put text into quotation marks
            {"weft": "C:\\models"}      |  1 | 14 | write \\\\ for a backslash
            {"weft": "\\u12g4"}         |  1 | 15 | four of them after
            {"weft": [1}                |  1 | 12 | '}' closes nothing
            {"weft": 1} {}              |  1 | 13 | something follows the end
            {"weft": /* one */ 1}       |  1 | 10 | JSON has no comments
            {"weft": 1, "weft": 1}      |  1 | 13 | the key "weft" stands twice
            {"a": {"b": 1, "b": 1}}     |  1 | 16 | the key "b" stands twice
            {"a\\ud800": 1}             |  1 |  9 | half a surrogate pair
            {"weft": 1                  |  1 | 11 | the text ends in the middle
            {"weft": "1                 |  1 | 12 | the text ends in the middle
            """)
    void malformed_json_is_refused_with_line_and_column(String text, int line, int column, String problem) {
        WorkflowFormatException refusal = refusal(text.replace("\\\\", "\\"));

        assertThat(refusal).hasMessageContaining(problem.replace("\\\\\\\\", "\\\\"));
        assertThat(refusal.line()).hasValue(line);
        assertThat(refusal.column().orElseThrow()).isCloseTo(column, org.assertj.core.data.Offset.offset(2));
    }

    @Test
    void the_line_is_that_of_the_mistake() {
        WorkflowFormatException refusal = refusal("{\n  \"weft\": 1,\r\n  \"nodes\": [\n    oops\n  ]\n}\n");

        assertThat(refusal.line()).isEqualTo(OptionalInt.of(4));
        assertThat(refusal.column()).isEqualTo(OptionalInt.of(5));
    }

    @Test
    void a_line_break_within_a_text_is_refused() {
        assertThat(refusal("{\"weft\": \"a\nb\"}")).hasMessageContaining("write it as \\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\uFEFF"})
    void an_empty_file_is_refused(String text) {
        assertThat(refusal(text)).hasMessageContaining("the file is empty");
    }

    @Test
    void deep_nesting_is_refused_and_not_followed() {
        assertThat(refusal("[".repeat(1_000_000))).hasMessageContaining("nested deeper than 200 levels");
        assertThat(refusal("{\"a\":".repeat(1_000_000))).hasMessageContaining("nested deeper than 200 levels");
    }

    @Test
    void as_many_levels_as_are_allowed_are_read() throws WorkflowFormatException {
        String deep = "[".repeat(199) + "]".repeat(199);

        Workflow workflow = WorkflowReader.parse("{\"weft\": 1, \"x\": " + deep + "}", "file");

        assertThat(WorkflowReader.parse(WorkflowWriter.toText(workflow), "file"))
                .isEqualTo(workflow);
    }

    @Test
    void a_text_beyond_the_size_limit_is_refused() {
        assertThat(refusal(" ".repeat(WorkflowReader.MAXIMUM_LENGTH + 1))).hasMessageContaining("larger than 64 MiB");
    }

    @Test
    void an_endless_number_is_refused() {
        assertThat(refusal("{\"weft\": " + "1".repeat(5000) + "}")).hasMessageContaining("longer than 1000 characters");
        assertThat(refusal("{\"weft\": 1." + "1".repeat(5000) + "}"))
                .hasMessageContaining("longer than 1000 characters");
    }

    @Test
    void a_newer_format_version_is_refused_before_anything_else_is_looked_at() {
        assertThat(refusal("{\"nodes\": 5, \"weft\": 3}"))
                .hasMessage("file, line 1, column 22: the file has format version 3, but this Weft reads only up to "
                        + "version 2; install a newer Weft");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "\"1\"", "null", "1e999999999", "true"})
    void a_format_version_that_is_none_is_refused(String version) {
        assertThat(refusal("{\"weft\": " + version + "}")).hasMessageContaining("weft must be a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"nodes\": []}", "[]", "1", "null", "\"weft\""})
    void json_that_is_no_workflow_is_refused(String text) {
        assertThat(refusal(text)).hasMessageContaining("this is not a Weft workflow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"last_node_id\": 9, \"nodes\": []}",
                "{\"3\": {\"class_type\": \"KSampler\", \"inputs\": {}}}",
                "{\"version\": 1, \"nodes\": [{\"id\": 1, \"type\": \"KSampler\", \"widgets_values\": []}]}"
            })
    void a_workflow_of_comfyui_is_recognised(String text) {
        assertThat(refusal(text)).hasMessageContaining("this is a ComfyUI workflow");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "title": 1                                         | 13 | title must be text, but is the number 1
            "nodes": {}                                        | 13 | nodes must be an array, but is an object
            "nodes": [1]                                       | 14 | nodes[0] must be an object, but is the number 1
            "nodes": [{"type": "a:b"}]                         | 14 | nodes[0] lacks the key "id"
            "nodes": [{"id": "a"}]                             | 14 | nodes[0] lacks the key "type"
            "nodes": [{"id": "", "type": "a:b"}]               | 21 | nodes[0].id is empty
            "nodes": [{"id": 3, "type": "a:b"}]                | 21 | nodes[0].id must be text, but is the number 3
            "nodes": [{"id": "a", "type": "KSampler"}]         | 34 | nodes[0].type is wrong: 'KSampler' is not a node type
            "nodes": [{"id": "a", "type": "A:b"}]              | 34 | nodes[0].type is wrong: 'A:b' is not a node type
            "nodes": [{"id": "a", "type": "a:b", "version": 0}] | 52 | nodes[0].version must be a whole number from 1
            "nodes": [{"id": "a", "type": "a:b", "position": 1}] | 53 | nodes[0].position must be 2 numbers
            "nodes": [{"id": "a", "type": "a:b", "position": [1, "2"]}] | 57 | nodes[0].position[1] must be a number
            "nodes": [{"id": "a", "type": "a:b", "parameters": []}] | 55 | nodes[0].parameters must be an object
            "nodes": [{"id": "a", "type": "a:b"}, null]        | 42 | nodes[1] must be an object, but is null
            "links": [{"from": "a.b"}]                         | 14 | links[0] lacks the key "to"
            "links": [{"from": "a", "to": "b.c"}]              | 23 | links[0].from is wrong: 'a' is not a port
            "links": [{"from": "a.", "to": "b.c"}]             | 23 | links[0].from is wrong: 'a.' is not a port
            "links": [{"from": "a.b", "to": ".c"}]             | 36 | links[0].to is wrong: '.c' is not a port
            "groups": [{"title": "x"}]                         | 15 | groups[0] lacks the key "bounds"
            "groups": [{"bounds": [1, 2, 3]}]                  | 26 | groups[0].bounds must be 4 numbers
            "notes": [{"bounds": [1, 2, 3, 4]}]                | 14 | notes[0] lacks the key "text"
            "notes": [{"text": true, "bounds": [1, 2, 3, 4]}]  | 23 | notes[0].text must be text, but is true
            "view": null                                       | 12 | view must be an object, but is null
            "view": {"zoom": 1}                                | 12 | view lacks the key "center"
            """)
    void a_value_of_the_wrong_kind_is_refused_with_its_place(String member, int column, String problem) {
        WorkflowFormatException refusal = refusal("{\"weft\": 1,\n    " + member + "}");

        assertThat(refusal).hasMessageContaining(problem);
        assertThat(refusal.line()).hasValue(2);
        assertThat(refusal.column()).hasValue(column + 1);
    }

    @Test
    void what_users_wrote_is_shortened_in_messages() {
        String long_text = "x".repeat(10_000) + "\n";

        assertThat(refusal("{\"weft\": 1, \"nodes\": \"" + "x".repeat(10_000) + "\"}")
                        .getMessage())
                .hasSizeLessThan(200);
        assertThat(Excerpt.quoted(long_text)).hasSizeLessThan(70);
        assertThat(Excerpt.quoted("a\nb")).isEqualTo("\"a\\nb\"");
    }
}
