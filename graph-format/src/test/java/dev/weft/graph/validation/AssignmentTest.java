package dev.weft.graph.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonBoolean;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonObject;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentTest {
    private static final Workflow WORKFLOW = Workflow.of(
            List.of(
                    Node.of("s", NodeTypeId.parse("stylealigned:shared_attention_sampler"), 1, Map.of()),
                    Node.of("p.1", NodeTypeId.parse("core:text_encode"), 1, Map.of()),
                    Node.of("u", NodeTypeId.parse("far:unknown"), 1, Map.of())),
            List.of());

    private static JsonValue set(String written, String node, String parameter) {
        Workflow changed = Assignment.parse(written).applyTo(WORKFLOW, TestCatalog.STANDARD);
        return new JsonObject(changed.node(node).orElseThrow().parameters())
                .get(parameter)
                .orElseThrow();
    }

    @Test
    void a_value_becomes_what_its_parameter_takes() {
        assertThat(set("s.seed=18446744073709551615", "s", "seed")).isEqualTo(new JsonNumber("18446744073709551615"));
        assertThat(set("s.style_scale=0.50", "s", "style_scale")).isEqualTo(new JsonNumber("0.50"));
        assertThat(set("s.share_attention=false", "s", "share_attention")).isEqualTo(new JsonBoolean(false));
        assertThat(set("s.sampler=euler", "s", "sampler")).isEqualTo(new JsonString("euler"));
        assertThat(set("p.1.text=20", "p.1", "text")).isEqualTo(new JsonString("20"));
        assertThat(set("p.1.text=", "p.1", "text")).isEqualTo(new JsonString(""));
        assertThat(set("p.1.text=a.b=c\nd", "p.1", "text")).isEqualTo(new JsonString("a.b=c\nd"));
    }

    @Test
    void what_does_not_do_is_left_for_the_validator_to_refuse() {
        assertThat(set("s.steps=many", "s", "steps")).isEqualTo(new JsonString("many"));
        assertThat(set("s.share_attention=yes", "s", "share_attention")).isEqualTo(new JsonString("yes"));
        assertThat(set("s.stepz=5", "s", "stepz")).isEqualTo(new JsonString("5"));
        assertThat(set("u.any=5", "u", "any")).isEqualTo(new JsonString("5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "a", "a.b", "a=b", ".b=c", "a.=c", "=a.b"})
    void what_sets_nothing_is_refused(String written) {
        assertThatThrownBy(() -> Assignment.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write NODE.PARAM=VALUE");
    }

    @Test
    void an_unknown_node_is_refused() {
        assertThatThrownBy(() -> set("x.seed=1", "x", "seed"))
                .hasMessage("no node has the id or title 'x'; the workflow has s, p.1, u");
    }
}
