package dev.weft.editor.outline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.types.NodeSignature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GraphSearchTest {
    private static final NodeSignature TEXT =
            NodeSignature.of("core:text_encode", 1, "Text Encode", "conditioning", "A prompt.");

    private static final NodeCatalog CATALOG = new NodeCatalog() {
        @Override
        public Optional<NodeSignature> find(NodeTypeId id) {
            return all().stream().filter(type -> type.id().equals(id)).findFirst();
        }

        @Override
        public List<NodeSignature> all() {
            return List.of(TEXT);
        }
    };

    private static final Workflow WORKFLOW = Workflow.of(
            List.of(
                    Node.of("positive", TEXT.id(), 1, Map.of("text", new JsonString("a house,\npurple duotone"))),
                    Node.of("negative", TEXT.id(), 1, Map.of("text", new JsonString("blurry")))
                            .withTitle("What not to draw"),
                    Node.of("glow", NodeTypeId.parse("fx:glow"), 1, Map.of("radius", JsonNumber.of(12)))),
            List.of());

    private static List<String> find(String typed, boolean values) {
        return new GraphSearch(WORKFLOW, OutlineEntry.of(WORKFLOW, CATALOG), values)
                .find(typed).stream()
                        .map(found -> found.entry().id() + " " + found.reason())
                        .toList();
    }

    @Test
    void titles_and_ids_are_found_first() {
        assertThat(find("what", true)).containsExactly("negative Text Encode");
        assertThat(find("text", true)).containsExactly("positive positive", "negative Text Encode");
    }

    @Test
    void values_are_found_with_their_parameter() {
        assertThat(find("purple", true)).containsExactly("positive text: a house, purple duotone");
        assertThat(find("12", true)).containsExactly("glow radius: 12");
    }

    @Test
    void going_to_a_node_minds_names_alone() {
        assertThat(find("purple", false)).isEmpty();
        assertThat(find("gl", false)).containsExactly("glow glow");
    }

    @Test
    void a_node_whose_plugin_is_missing_is_listed_by_its_type() {
        OutlineEntry glow = OutlineEntry.of(WORKFLOW, CATALOG).getLast();
        assertThat(glow.missing()).isTrue();
        assertThat(glow.title()).isEqualTo("fx:glow");
    }
}
