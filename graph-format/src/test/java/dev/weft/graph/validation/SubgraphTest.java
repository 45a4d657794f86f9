package dev.weft.graph.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.ExposedParameter;
import dev.weft.graph.Link;
import dev.weft.graph.Mode;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Subgraph;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonObject;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.WorkflowReader;
import dev.weft.graph.json.WorkflowWriter;
import dev.weft.graph.subgraph.SubgraphCatalog;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.PortKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Subgraphs, muted and bypassed nodes.
class SubgraphTest {
    private static final NodeSignature SOURCE = NodeSignature.of("test:source", 1, "Source", "test", "")
            .with(new OutputPort("image", PortKind.IMAGE, ""))
            .with(new OutputPort("mask", PortKind.MASK, ""));
    private static final NodeSignature FILTER = NodeSignature.of("test:filter", 1, "Filter", "test", "")
            .with(InputPort.required("image", PortKind.IMAGE, ""))
            .with(InputPort.optional("mask", PortKind.MASK, ""))
            .with(new OutputPort("image", PortKind.IMAGE, ""))
            .with(new Parameter.Text("word", "first", false, ""));
    private static final NodeSignature END = NodeSignature.of("test:end", 1, "End", "test", "")
            .with(InputPort.required("image", PortKind.IMAGE, ""))
            .asTerminal();
    private static final TestCatalog CATALOG = new TestCatalog(List.of(END, FILTER, SOURCE));

    /// Two filters in a row, of which the second's word is set from outside.
    private static final Subgraph TWICE = subgraph(
            "twice",
            List.of(node("one", "test:filter"), node("two", "test:filter")),
            List.of(
                    Link.of("in.image", "one.image"),
                    Link.of("one.image", "two.image"),
                    Link.of("two.image", "out.image")),
            List.of(new ExposedParameter("last_word", "two", "word", JsonObject.EMPTY)));

    @Test
    void a_node_that_stands_for_a_subgraph_runs_as_what_is_inside() {
        Workflow workflow = chain(node("twice", "subgraph:twice")).withSubgraphs(List.of(TWICE));

        Plan plan = plan(workflow);

        assertThat(plan.nodes()).extracting(PlannedNode::id).containsExactly("source", "twice/one", "twice/two", "end");
        assertThat(inputs(plan, "twice/one")).containsEntry("image", PortAddress.parse("source.image"));
        assertThat(inputs(plan, "end")).containsEntry("image", PortAddress.parse("twice/two.image"));
        assertThat(plan.workflow()).isEqualTo(workflow);
    }

    @Test
    void a_value_set_outside_takes_the_place_of_the_one_inside() {
        Node standing = node("twice", "subgraph:twice").withParameter("last_word", new JsonString("outer"));

        Plan plan = plan(chain(standing).withSubgraphs(List.of(TWICE)));

        assertThat(planned(plan, "twice/one").parameters().text("word")).isEqualTo("first");
        assertThat(planned(plan, "twice/two").parameters().text("word")).isEqualTo("outer");
    }

    @Test
    void subgraphs_within_subgraphs_and_used_twice_are_opened_each_time() {
        Subgraph outer = subgraph(
                "outer",
                List.of(node("first", "subgraph:twice"), node("second", "subgraph:twice")),
                List.of(
                        Link.of("in.image", "first.image"),
                        Link.of("first.image", "second.image"),
                        Link.of("second.image", "out.image")),
                List.of(new ExposedParameter("word", "second", "last_word", JsonObject.EMPTY)));
        Node standing = node("outer", "subgraph:outer").withParameter("word", new JsonString("deep"));

        Plan plan = plan(chain(standing).withSubgraphs(List.of(TWICE, outer)));

        assertThat(plan.nodes())
                .extracting(PlannedNode::id)
                .containsExactly(
                        "source", "outer/first/one", "outer/first/two", "outer/second/one", "outer/second/two", "end");
        assertThat(planned(plan, "outer/second/two").parameters().text("word")).isEqualTo("deep");
        assertThat(planned(plan, "outer/first/two").parameters().text("word")).isEqualTo("first");
    }

    @Test
    void the_type_of_a_subgraph_follows_from_its_inside() {
        Workflow workflow = chain(node("twice", "subgraph:twice")).withSubgraphs(List.of(TWICE));

        NodeSignature type =
                new SubgraphCatalog(CATALOG, workflow).find(TWICE.type()).orElseThrow();

        assertThat(type.inputs()).containsExactly(InputPort.required("image", PortKind.IMAGE, ""));
        assertThat(type.outputs()).containsExactly(new OutputPort("image", PortKind.IMAGE, ""));
        assertThat(type.parameters()).containsExactly(new Parameter.Text("last_word", "first", false, ""));
        NodeSignature ends = new SubgraphCatalog(CATALOG, workflow)
                .inside(TWICE)
                .find(Subgraph.INPUTS)
                .orElseThrow();
        assertThat(ends.outputs()).containsExactly(new OutputPort("image", PortKind.IMAGE, ""));
    }

    @Test
    void a_subgraph_that_holds_itself_is_refused() {
        Subgraph circle = subgraph(
                "circle",
                List.of(node("again", "subgraph:circle")),
                List.of(Link.of("in.image", "again.image"), Link.of("again.image", "out.image")),
                List.of());

        assertThat(messages(chain(node("c", "subgraph:circle")).withSubgraphs(List.of(circle))))
                .contains(
                        "Node 'c/again' stands for a subgraph that holds this node again; remove it from the subgraph.");
    }

    @Test
    void a_small_file_cannot_stand_for_endless_nodes() {
        List<Subgraph> doubling = new ArrayList<>();
        doubling.add(TWICE);
        for (int i = 1; i < 40; i++) {
            String inner = i == 1 ? "twice" : "double_" + (i - 1);
            doubling.add(subgraph(
                    "double_" + i,
                    List.of(node("a", "subgraph:" + inner), node("b", "subgraph:" + inner)),
                    List.of(
                            Link.of("in.image", "a.image"),
                            Link.of("a.image", "b.image"),
                            Link.of("b.image", "out.image")),
                    List.of()));
        }

        assertThat(messages(chain(node("many", "subgraph:double_39")).withSubgraphs(doubling)))
                .anyMatch(message -> message.contains("more than 100000 in all"));
    }

    @Test
    void an_unknown_subgraph_is_named() {
        assertThat(messages(chain(node("x", "subgraph:gone"))))
                .contains(
                        "Node 'x' stands for the subgraph 'gone', which this workflow does not hold; remove the node.");
    }

    @Test
    void a_bypassed_node_lets_through_what_arrives_at_the_input_of_the_same_kind() {
        Plan plan = plan(chain(node("filter", "test:filter").withMode(Mode.BYPASSED)));

        assertThat(plan.nodes()).extracting(PlannedNode::id).containsExactly("source", "end");
        assertThat(inputs(plan, "end")).containsEntry("image", PortAddress.parse("source.image"));
    }

    @Test
    void a_bypassed_subgraph_lets_through_too() {
        Plan plan = plan(
                chain(node("twice", "subgraph:twice").withMode(Mode.BYPASSED)).withSubgraphs(List.of(TWICE)));

        assertThat(inputs(plan, "end")).containsEntry("image", PortAddress.parse("source.image"));
    }

    @Test
    void what_needs_a_muted_node_says_which() {
        assertThat(messages(chain(node("filter", "test:filter").withMode(Mode.MUTED))))
                .containsExactly(
                        "Node 'end' needs an image at its input 'image', but 'filter' is muted or bypassed and "
                                + "gives none; let that node run, or link another.");
    }

    @Test
    void an_optional_input_does_without_a_muted_node() {
        Workflow workflow = chain(node("filter", "test:filter"));
        Node mask = node("mask", "test:source").withMode(Mode.MUTED);
        List<Node> nodes = new ArrayList<>(workflow.nodes());
        nodes.add(mask);
        List<Link> links = new ArrayList<>(workflow.links());
        links.add(Link.of("mask.mask", "filter.mask"));

        assertThat(inputs(plan(Workflow.of(nodes, links)), "filter")).containsOnlyKeys("image");
    }

    @Test
    void files_that_older_versions_would_misread_say_so() throws Exception {
        Workflow muted = chain(node("filter", "test:filter").withMode(Mode.MUTED));

        assertThat(WorkflowWriter.toText(chain(node("filter", "test:filter")))).startsWith("{\n  \"weft\": 1,");
        assertThat(WorkflowWriter.toText(muted)).startsWith("{\n  \"weft\": 2,");
        assertThat(WorkflowReader.parse(WorkflowWriter.toText(muted), "file")).isEqualTo(muted);
    }

    private static Workflow chain(Node middle) {
        return Workflow.of(
                List.of(node("source", "test:source"), middle, node("end", "test:end")),
                List.of(Link.of("source.image", middle.id() + ".image"), Link.of(middle.id() + ".image", "end.image")));
    }

    private static Subgraph subgraph(
            String id, List<Node> inside, List<Link> links, List<ExposedParameter> parameters) {
        List<Node> nodes = new ArrayList<>(inside);
        nodes.add(node("in", "subgraph:inputs"));
        nodes.add(node("out", "subgraph:outputs"));
        return new Subgraph(
                id,
                "",
                List.of("image"),
                List.of("image"),
                parameters,
                nodes,
                links,
                List.of(),
                List.of(),
                Optional.empty(),
                JsonObject.EMPTY);
    }

    private static Node node(String id, String type) {
        return Node.of(id, NodeTypeId.parse(type), 1, Map.of());
    }

    private static Plan plan(Workflow workflow) {
        return switch (new Validator(CATALOG).validate(workflow)) {
            case Validation.Valid valid -> valid.plan();
            case Validation.Invalid invalid ->
                throw new AssertionError(
                        invalid.problems().stream().map(Problem::message).toList());
        };
    }

    private static List<String> messages(Workflow workflow) {
        return switch (new Validator(CATALOG).validate(workflow)) {
            case Validation.Valid ignored -> List.of();
            case Validation.Invalid invalid ->
                invalid.problems().stream().map(Problem::message).toList();
        };
    }

    private static PlannedNode planned(Plan plan, String id) {
        return plan.nodes().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, PortAddress> inputs(Plan plan, String id) {
        return planned(plan, id).inputs();
    }
}
