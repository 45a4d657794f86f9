package dev.weft.graph.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.Position;
import dev.weft.graph.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowWriterTest {
    @ParameterizedTest
    @ValueSource(strings = {"style-aligned", "everything-kept"})
    void a_file_in_canonical_layout_is_written_byte_for_byte_as_it_was_read(String name)
            throws IOException, WorkflowFormatException {
        String text = Files.readString(Path.of("src/test/resources/examples", name + ".weft.json"));

        assertThat(WorkflowWriter.toText(WorkflowReader.parse(text, name))).isEqualTo(text);
    }

    @Test
    void a_node_takes_a_line_for_each_value_and_a_link_one_line() {
        Node node = Node.of("a", new NodeTypeId("core", "sample"), 1, Map.of("seed", JsonNumber.of(1)))
                .withPosition(Position.of(1, 2));

        assertThat(WorkflowWriter.toText(Workflow.of(List.of(node), List.of(Link.of("b.x", "a.y")))))
                .isEqualTo("""
                        {
                          "weft": 1,
                          "nodes": [
                            {
                              "id": "a",
                              "type": "core:sample",
                              "version": 1,
                              "position": [1, 2],
                              "parameters": {
                                "seed": 1
                              }
                            }
                          ],
                          "links": [
                            {"from": "b.x", "to": "a.y"}
                          ]
                        }
                        """);
    }

    @Test
    void changing_one_parameter_changes_one_line() throws IOException, WorkflowFormatException {
        Workflow workflow = WorkflowFile.read(Path.of("src/test/resources/examples/style-aligned.weft.json"));

        List<String> before = WorkflowWriter.toText(workflow).lines().toList();
        List<String> after = WorkflowWriter.toText(workflow.withParameter("sampler", "steps", JsonNumber.of(30)))
                .lines()
                .toList();

        assertThat(after).hasSameSizeAs(before);
        assertThat(after).filteredOn(line -> !before.contains(line)).containsExactly("        \"steps\": 30,");
    }

    @Test
    void known_keys_come_first_and_in_order_whatever_the_order_they_were_read_in() throws WorkflowFormatException {
        Workflow workflow = WorkflowReader.parse(
                "{\"z\": 1, \"links\": [], \"nodes\": [{\"x\": 2, \"type\": \"a:b\", \"id\": \"n\"}], \"weft\": 1.0}",
                "file");

        assertThat(WorkflowWriter.toText(workflow)).isEqualTo("""
                        {
                          "weft": 1,
                          "nodes": [
                            {
                              "id": "n",
                              "type": "a:b",
                              "version": 1,
                              "x": 2
                            }
                          ],
                          "links": [],
                          "z": 1
                        }
                        """);
    }

    @Test
    void a_line_of_plain_values_breaks_beyond_a_hundred_characters() throws WorkflowFormatException {
        String fits = "x".repeat(100 - "  \"a\": [\"\"]".length());

        assertThat(texts(fits)).contains("  \"a\": [\"" + fits + "\"]\n");
        assertThat(texts(fits + "x")).contains("  \"a\": [\n    \"" + fits + "x\"\n  ]\n");
    }

    private static String texts(String text) throws WorkflowFormatException {
        return WorkflowWriter.toText(WorkflowReader.parse("{\"weft\": 1, \"a\": [\"" + text + "\"]}", "file"));
    }

    @Test
    void what_could_not_be_read_again_is_not_written() {
        JsonValue deep = JsonNull.NULL;
        for (int i = 0; i < 300; i++) {
            deep = JsonArray.of(deep);
        }
        Node node = Node.of("a", new NodeTypeId("core", "sample"), 1, Map.of("deep", deep));

        assertThatThrownBy(() -> WorkflowWriter.toText(Workflow.of(List.of(node), List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nested deeper than 200");
        assertThatThrownBy(() -> new JsonObject(Map.of("\ud800", JsonNull.NULL)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Link(
                        Link.of("a.b", "c.d").from(),
                        Link.of("a.b", "c.d").to(),
                        List.of(),
                        JsonObject.EMPTY.with("from", JsonNull.NULL)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
