package dev.weft.graph.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Workflow;
import dev.weft.graph.types.Extent;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.TypeRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Inputs that take any number of links, and ports of any kind.
class InputPortsTest {
    private static final NodeSignature SOURCE = TestCatalog.signature(
                    "test:source",
                    List.of(),
                    List.of(
                            new OutputPort("image", PortKind.IMAGE, "A picture."),
                            new OutputPort("mask", PortKind.MASK, "A mask."),
                            new OutputPort("any", PortKind.ANY, "Anything.")),
                    List.of())
            .with((TypeRule) query -> TypeRule.Typing.of(Map.of("image", Extent.ofBatch(3))));

    private static NodeSignature end(InputPort... inputs) {
        return TestCatalog.terminal(TestCatalog.signature("test:end", List.of(inputs), List.of(), List.of()));
    }

    private static Validation validate(NodeSignature end, Link... links) {
        return new Validator(new TestCatalog(List.of(end, SOURCE)))
                .validate(Workflow.of(
                        List.of(
                                Node.of("end", NodeTypeId.parse("test:end"), 1, Map.of()),
                                Node.of("source", NodeTypeId.parse("test:source"), 1, Map.of())),
                        List.of(links)));
    }

    private static List<String> messages(Validation validation) {
        return ((Validation.Invalid) validation)
                .problems().stream().map(Problem::message).toList();
    }

    private static InputPort images() {
        return InputPort.required("images", PortKind.IMAGE, "Pictures.").asVariadic();
    }

    @Test
    void links_to_a_variadic_input_are_planned_by_number_and_may_leave_numbers_out() {
        Validation validation = validate(
                end(images(), InputPort.optional("mask", PortKind.MASK, "A mask.")),
                Link.of("source.mask", "end.mask"),
                Link.of("source.image", "end.images_10"),
                Link.of("source.image", "end.images_2"));

        PlannedNode end = ((Validation.Valid) validation).plan().nodes().getLast();
        assertThat(end.inputs())
                .containsExactly(
                        Map.entry("images_2", new PortAddress("source", "image")),
                        Map.entry("images_10", new PortAddress("source", "image")),
                        Map.entry("mask", new PortAddress("source", "mask")));
        assertThat(end.signature().input("images_10")).contains(images());
    }

    @Test
    void the_type_rule_sees_each_link_to_a_variadic_input() {
        Map<String, Extent> seen = new HashMap<>();
        TypeRule rule = query -> {
            query.inputs().forEach((name, type) -> seen.put(name, type.extent()));
            return TypeRule.Typing.of(Map.of());
        };

        validate(
                end(images()).with(rule),
                Link.of("source.image", "end.images_1"),
                Link.of("source.any", "end.images_2"));

        assertThat(seen).containsOnly(Map.entry("images_1", Extent.ofBatch(3)), Map.entry("images_2", Extent.UNKNOWN));
    }

    @Test
    void a_required_variadic_input_needs_one_link() {
        assertThat(messages(validate(end(images()))))
                .containsExactly("Node 'end' lacks its input 'images_1' of kind image; link source.image to it.");
    }

    @Test
    void a_link_to_a_variadic_input_has_a_number_of_its_own_and_fits_in_kind() {
        assertThat(messages(validate(
                        end(images()),
                        Link.of("source.image", "end.images"),
                        Link.of("source.image", "end.images_01"),
                        Link.of("source.image", "end.images_0"),
                        Link.of("source.image", "end.images_1"),
                        Link.of("source.any", "end.images_1"),
                        Link.of("source.mask", "end.images_3"))))
                .containsExactly(
                        "The link source.image → end.images ends at an input that takes any number of links, each with "
                                + "a number of its own; link to images_1, images_2 and so on.",
                        "The link source.image → end.images_01 names an input 'images_01' that node 'end' does not "
                                + "have; did you mean 'images_1'?",
                        "The link source.image → end.images_0 names an input 'images_0' that node 'end' does not have; "
                                + "did you mean 'images_1'?",
                        "The link source.mask → end.images_3 gives a mask to an input that takes an image; link an "
                                + "output of kind image instead.",
                        "Input 'images_1' of node 'end' takes one link but has 2, from source.image, source.any; keep "
                                + "one of them.");
    }

    @Test
    void a_port_of_any_kind_can_be_linked_to_every_other() {
        assertThat(validate(
                        end(
                                InputPort.required("anything", PortKind.ANY, "Anything."),
                                InputPort.required("image", PortKind.IMAGE, "A picture.")),
                        Link.of("source.mask", "end.anything"),
                        Link.of("source.any", "end.image")))
                .isInstanceOf(Validation.Valid.class);
    }

    @Test
    void ten_thousand_links_to_one_input_are_planned_in_order() {
        List<Node> nodes = new ArrayList<>(List.of(Node.of("end", NodeTypeId.parse("test:end"), 1, Map.of())));
        List<Link> links = new ArrayList<>();
        for (int i = 10_000; i >= 1; i--) {
            nodes.add(Node.of("n" + i, NodeTypeId.parse("test:source"), 1, Map.of()));
            links.add(Link.of("n" + i + ".image", "end.images_" + i));
        }

        Validation validation =
                new Validator(new TestCatalog(List.of(end(images()), SOURCE))).validate(Workflow.of(nodes, links));

        List<String> names = List.copyOf(((Validation.Valid) validation)
                .plan()
                .nodes()
                .getLast()
                .inputs()
                .keySet());
        assertThat(names).hasSize(10_000).startsWith("images_1", "images_2").endsWith("images_10000");
    }
}
