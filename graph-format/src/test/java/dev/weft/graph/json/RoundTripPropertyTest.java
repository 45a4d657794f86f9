package dev.weft.graph.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.Workflow;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RoundTripPropertyTest {
    @Provide
    Arbitrary<Workflow> workflows() {
        return Workflows.workflows();
    }

    @Provide
    Arbitrary<JsonObject> objects() {
        return Workflows.objects();
    }

    @Property(tries = 150)
    void a_workflow_reads_back_as_it_was_written(@ForAll("workflows") Workflow workflow)
            throws WorkflowFormatException {
        String text = WorkflowWriter.toText(workflow);
        Workflow read = WorkflowReader.parse(text, "text");

        assertThat(read).isEqualTo(workflow);
        assertThat(WorkflowWriter.toText(read)).isEqualTo(text);
        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Property(tries = 150)
    void a_tree_reads_back_as_it_was_written(@ForAll("objects") JsonObject tree) throws WorkflowFormatException {
        for (String text : List.of(JsonLayout.document(tree, List.of()), JsonLayout.oneLine(tree))) {
            JsonValue read = new JsonSource(text, "text").parse();

            assertThat(read).isEqualTo(tree);
            assertThat(JsonLayout.oneLine(read)).isEqualTo(JsonLayout.oneLine(tree));
        }
    }

    /// Another library's view of the same text.
    @Property(tries = 100)
    void other_readers_see_the_same_texts_and_names(@ForAll("objects") JsonObject tree) {
        JsonNode other = JsonMapper.shared().readTree(JsonLayout.document(tree, List.of()));

        assertThat(other.propertyNames())
                .containsExactlyElementsOf(tree.members().keySet());
        tree.members().forEach((name, value) -> {
            if (value instanceof JsonString text) {
                assertThat(other.get(name).asString()).isEqualTo(text.value());
            }
        });
    }
}
