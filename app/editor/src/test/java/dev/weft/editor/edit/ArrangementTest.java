package dev.weft.editor.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.document.Item;
import dev.weft.graph.Bounds;
import dev.weft.graph.Group;
import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.Note;
import dev.weft.graph.Position;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

final class ArrangementTest {
    private static final NodeSizes SIZES = node -> new Dimension2D(node.id().startsWith("wide") ? 248 : 176, 120);
    private static final PortHeights PORTS =
            (node, port, output) -> OptionalDouble.of(49 + 24 * Math.floorMod(port.hashCode(), 3));

    @Test
    void wires_run_forwards_and_nodes_keep_their_distance() {
        Workflow graph = arranged(chain());

        assertThat(graph.links())
                .allSatisfy(link -> assertThat(x(graph, link.to().node()))
                        .isGreaterThanOrEqualTo(x(graph, link.from().node())
                                + SIZES.of(graph.node(link.from().node()).orElseThrow())
                                        .getWidth()
                                + 40));
        assertApart(graph, 24);
    }

    @Test
    void the_corner_of_what_is_arranged_stays() {
        Workflow graph = arranged(chain());

        assertThat(graph.nodes().stream()
                        .mapToDouble(node -> Places.of(node).getX())
                        .min())
                .hasValue(-500);
        assertThat(graph.nodes().stream()
                        .mapToDouble(node -> Places.of(node).getY())
                        .min())
                .hasValue(-300);
    }

    @Test
    void only_what_is_chosen_moves_and_what_is_pinned_never() {
        Workflow graph = chain();
        Node held = graph.nodes().get(4);
        Workflow pinned = graph.withNode(held.withLook(held.look().withPinned(true)));
        Workflow some = new Arrangement(pinned, SIZES, PORTS)
                .of(List.of("wide1", "n2", held.id()))
                .orElseThrow()
                .change()
                .apply(pinned);

        assertThat(some.nodes().get(0)).isEqualTo(pinned.nodes().get(0));
        assertThat(some.nodes().get(4)).isEqualTo(pinned.nodes().get(4));
        assertThat(some.node("n2").orElseThrow().position())
                .isNotEqualTo(graph.node("n2").orElseThrow().position());
        assertThat(new Arrangement(graph, SIZES, PORTS).of(List.of("n2"))).isEmpty();
    }

    @Test
    void what_a_group_holds_stays_in_it_and_nothing_else_comes_in() {
        Workflow graph = arranged(chain().withGroups(
                        List.of(new Group("", Bounds.of(-510, -360, 200, 2000), "", JsonObject.EMPTY)))
                .withNodes(chain().nodes().stream()
                        .map(node -> node.id().endsWith("2") || node.id().endsWith("3")
                                ? node
                                : node.withPosition(Position.of(3000, 40)))
                        .toList()));

        assertThat(Movement.held(graph, 0, SIZES)).contains(new Item.OfNode("n2"), new Item.OfNode("wide3"));
        Rectangle2D group = Places.of(graph.groups().getFirst().bounds());
        assertThat(graph.nodes().stream().filter(node -> Places.of(node, SIZES).intersects(group)))
                .extracting(Node::id)
                .containsExactlyInAnyOrder("n2", "wide3");
    }

    @Test
    void wires_that_pass_columns_are_led_round_nodes() {
        Workflow graph = arranged(chain());
        Lanes lanes = new Lanes(graph, SIZES, PORTS);

        assertThat(graph.links())
                .filteredOn(link -> !lanes.isFree(link))
                .allSatisfy(link -> assertThat(link.reroutes()).isNotEmpty());
        assertThat(graph.links())
                .filteredOn(lanes::isFree)
                .allSatisfy(link -> assertThat(link.reroutes()).isEmpty());
        assertThat(graph.links()).anySatisfy(link -> assertThat(link.reroutes()).isNotEmpty());
    }

    @Test
    void notes_do_not_end_up_under_nodes() {
        Workflow graph = arranged(
                chain().withNotes(List.of(new Note("Hi", Bounds.of(-500, -300, 900, 900), "", JsonObject.EMPTY))));

        Rectangle2D note = Places.of(graph.notes().getFirst().bounds());
        assertThat(graph.nodes()).noneMatch(node -> Places.of(node, SIZES).intersects(note));
    }

    @Test
    void a_thousand_nodes_are_arranged_alike_each_time() {
        Random random = new Random(7);
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            nodes.add(node("n" + i, random.nextInt(9000), random.nextInt(9000)));
            for (int j = 0; j < 2 && i > 0; j++) {
                links.add(Link.of("n" + Math.max(0, i - 1 - random.nextInt(12)) + ".out", "n" + i + ".in_" + j));
            }
        }
        Workflow graph = arranged(Workflow.of(nodes, links));

        assertApart(graph, 24);
        assertThat(arranged(Workflow.of(nodes, links))).isEqualTo(graph);
    }

    private static Workflow chain() {
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        String before = "";
        for (int i = 0; i < 6; i++) {
            String id = (i % 2 == 0 ? "n" : "wide") + i;
            nodes.add(node(id, -500, -300 + 3 * i));
            if (i > 0) {
                links.add(Link.of(before + ".out", id + ".in"));
            }
            if (i > 2) {
                links.add(Link.of("n0.model", id + ".model"));
            }
            before = id;
        }
        return Workflow.of(nodes, links);
    }

    private static Workflow arranged(Workflow graph) {
        return new Arrangement(graph, SIZES, PORTS)
                .ofAll()
                .orElseThrow()
                .change()
                .apply(graph);
    }

    private static void assertApart(Workflow graph, double gap) {
        for (Node one : graph.nodes()) {
            Rectangle2D place = Places.of(one, SIZES);
            Rectangle2D around = new Rectangle2D(
                    place.getMinX() - gap + 1,
                    place.getMinY() - gap + 1,
                    place.getWidth() + 2 * gap - 2,
                    place.getHeight() + 2 * gap - 2);
            assertThat(graph.nodes())
                    .filteredOn(other -> !other.id().equals(one.id()))
                    .noneMatch(other -> Places.of(other, SIZES).intersects(around));
        }
    }

    private static double x(Workflow graph, String id) {
        return Places.of(graph.node(id).orElseThrow()).getX();
    }

    private static Node node(String id, long x, long y) {
        return Node.of(id, NodeTypeId.parse("core:text_encode"), 1, Map.of()).withPosition(Position.of(x, y));
    }
}
