package dev.weft.editor.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.run.NodeRun;
import dev.weft.graph.Look;
import dev.weft.graph.Node;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.PortKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

final class NodeGeometryTest {
    @Test
    void ports_lie_where_level_wires_are_straight() {
        NodeGeometry geometry = NodeGeometry.of(model(Look.USUAL, Set.of("latent")));
        assertThat(geometry.inputs())
                .containsExactly(Map.entry("latent", new Point2D(0, 49)), Map.entry("vae", new Point2D(0, 73)));
        assertThat(geometry.outputs()).containsExactly(Map.entry("image", new Point2D(geometry.width(), 49)));
    }

    @Test
    void fields_follow_below_the_ports() {
        NodeGeometry geometry = NodeGeometry.of(model(Look.USUAL, Set.of()));
        assertThat(field(geometry).getMinY()).isEqualTo(33 + 8 + 48 + 1 + 8);
        assertThat(geometry.height()).isEqualTo(33 + 8 + 48 + 1 + 8 + 24 + 8 + 1);
        assertThat(geometry.width() % 8).isZero();
    }

    @Test
    void a_linked_parameter_has_its_port_at_its_row() {
        NodeGeometry geometry = NodeGeometry.of(model(Look.USUAL, Set.of("tile_above")));
        assertThat(geometry.inputs().get("tile_above"))
                .isEqualTo(new Point2D(0, field(geometry).getMinY() + 12));
    }

    @Test
    void a_collapsed_node_is_its_head_with_the_ports_at_its_middle() {
        NodeGeometry geometry = NodeGeometry.of(model(Look.USUAL.withCollapsed(true), Set.of()));
        assertThat(geometry.height()).isEqualTo(34);
        assertThat(geometry.inputs().values()).allMatch(centre -> centre.getY() == 17);
        assertThat(geometry.fields()).isEmpty();
    }

    @Test
    void a_port_is_found_within_its_reach() {
        NodeGeometry geometry = NodeGeometry.of(model(Look.USUAL, Set.of()));
        assertThat(geometry.portAt(11, 60).map(PortAt::name)).contains("latent");
        assertThat(geometry.portAt(11, 63).map(PortAt::name)).contains("vae");
        assertThat(geometry.portAt(20, 49)).isEmpty();
        assertThat(geometry.portAt(geometry.width(), 49).map(PortAt::output)).contains(true);
    }

    @Test
    void a_variadic_input_has_one_free_port() {
        NodeSignature join = NodeSignature.of("test:join", 1, "Join", "image", "Joins.")
                .with(InputPort.required("image", PortKind.IMAGE, "Pictures.").asVariadic());
        NodeModel model = new NodeModel(
                Node.of("join", join.id(), 1, Map.of()),
                Optional.of(join),
                Set.of("image_1", "image_3"),
                Set.of(),
                Map.of(),
                List.of(),
                NodeRun.IDLE);
        assertThat(NodeGeometry.of(model).inputs()).containsOnlyKeys("image_1", "image_2", "image_3");
    }

    @Test
    void a_failed_node_grows_but_its_ports_stay() {
        NodeModel sound = model(Look.USUAL, Set.of());
        NodeRun failure = new NodeRun(
                NodeRun.State.FAILED,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "It broke. Mend it.",
                Optional.empty());
        NodeGeometry before = NodeGeometry.of(sound);
        NodeGeometry after = NodeGeometry.of(sound.withRun(failure));
        assertThat(after.height()).isGreaterThan(before.height());
        assertThat(after.inputs()).isEqualTo(before.inputs());
    }

    private static Rectangle2D field(NodeGeometry geometry) {
        return Objects.requireNonNull(geometry.fields().get("tile_above"));
    }

    private static NodeModel model(Look look, Set<String> linked) {
        Node node = Node.of("decode", PartsSheet.DECODE.id(), 1, Map.of()).withLook(look);
        return new NodeModel(node, Optional.of(PartsSheet.DECODE), linked, Set.of(), Map.of(), List.of(), NodeRun.IDLE);
    }
}
