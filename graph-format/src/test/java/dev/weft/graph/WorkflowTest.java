package dev.weft.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowTest {
    private static Node node(String id, String title) {
        return Node.of(id, NodeTypeId.parse("core:x"), 1, Map.of()).withTitle(title);
    }

    private final Workflow workflow = Workflow.of(
            List.of(node("a", "Draw"), node("b", "Twin"), node("c", "Twin"), node("Draw.2", "a")), List.of());

    @Test
    void a_node_is_meant_by_its_id_or_by_a_title_that_no_other_has() {
        assertThat(workflow.resolve("a").id()).isEqualTo("a");
        assertThat(workflow.resolve("Draw").id()).isEqualTo("a");
        assertThat(workflow.resolve("Draw.2").id()).isEqualTo("Draw.2");
    }

    @Test
    void a_title_of_several_nodes_means_none() {
        assertThatThrownBy(() -> workflow.resolve("Twin"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 nodes have the title 'Twin'; use one of the ids b, c");
        assertThatThrownBy(() -> workflow.resolve("none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no node has the id or title 'none'; the workflow has a, b, c, Draw.2");
    }

    @Test
    void setting_a_parameter_makes_another_workflow() {
        Workflow changed = workflow.withParameter("Draw", "seed", JsonNumber.of(5));

        assertThat(changed.node("a").orElseThrow().parameters()).containsEntry("seed", JsonNumber.of(5));
        assertThat(changed.nodes().subList(1, 4)).isEqualTo(workflow.nodes().subList(1, 4));
        assertThat(workflow.node("a").orElseThrow().parameters()).isEmpty();
    }

    @Test
    void what_a_workflow_was_made_of_may_change_afterwards() {
        Map<String, JsonValue> parameters = new LinkedHashMap<>(Map.of("a", new JsonString("b")));
        List<Node> nodes = new ArrayList<>(List.of(Node.of("x", NodeTypeId.parse("core:x"), 1, parameters)));
        Workflow made = Workflow.of(nodes, List.of());

        nodes.clear();
        parameters.clear();

        assertThat(made.nodes().getFirst().parameters()).hasSize(1);
        assertThatThrownBy(() -> made.nodes().getFirst().parameters().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"core:x", "a:b", "a-b_c9:d/e-f_0"})
    void a_node_type_id_is_written_as_it_was_parsed(String id) {
        assertThat(NodeTypeId.parse(id)).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "core", "core:", ":x", "Core:x", "core:X", "9a:b", "a:9", "a:b:c", "a/b:c", "é:a"})
    void what_is_no_node_type_id_is_refused(String id) {
        assertThatThrownBy(() -> NodeTypeId.parse(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write plugin:name in lower case");
    }

    @Test
    void the_last_dot_divides_node_from_port() {
        assertThat(PortAddress.parse("a.b.c"))
                .isEqualTo(new PortAddress("a.b", "c"))
                .hasToString("a.b.c");
        assertThatThrownBy(() -> new PortAddress("a", "b.c")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PortAddress.parse("a.")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PortAddress.parse(".a")).isInstanceOf(IllegalArgumentException.class);
    }
}
