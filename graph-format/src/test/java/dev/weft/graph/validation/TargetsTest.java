package dev.weft.graph.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.TypeRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Workflows of which only some output nodes can run, or are wanted.
class TargetsTest {
    private static final List<InputPort> IMAGE = List.of(TestCatalog.input("image", PortKind.IMAGE));
    private static final List<OutputPort> OUT = List.of(new OutputPort("image", PortKind.IMAGE, "It."));
    private static final Validator VALIDATOR = new Validator(new TestCatalog(List.of(
            TestCatalog.signature("test:load", List.of(), OUT, List.of()),
            TestCatalog.signature("test:blur", IMAGE, OUT, List.of()),
            TestCatalog.terminal(TestCatalog.signature("test:save", IMAGE, OUT, List.of())))));

    /// Two loads, each blurred and saved; what `first` has saved is blurred again and saved as `third`.
    private static final Workflow WORKFLOW = Workflow.of(
            List.of(
                    node("load", "test:load"),
                    node("blur", "test:blur"),
                    node("first", "test:save"),
                    node("load2", "test:load"),
                    node("second", "test:save"),
                    node("blur3", "test:blur"),
                    node("third", "test:save")),
            List.of(
                    Link.of("load.image", "blur.image"),
                    Link.of("blur.image", "first.image"),
                    Link.of("load2.image", "second.image"),
                    Link.of("first.image", "blur3.image"),
                    Link.of("blur3.image", "third.image")));

    private static Node node(String id, String type) {
        return Node.of(id, NodeTypeId.parse(type), 1, Map.of());
    }

    private static Workflow broken(String... ids) {
        Workflow workflow = WORKFLOW;
        for (String id : ids) {
            workflow = workflow.withParameter(id, "unheard_of", JsonNumber.of(1));
        }
        return workflow;
    }

    private static Workflow with(Node node, Link link) {
        return Workflow.of(
                Stream.concat(WORKFLOW.nodes().stream(), Stream.of(node)).toList(),
                Stream.concat(WORKFLOW.links().stream(), Stream.of(link)).toList());
    }

    private static Plan sound(Validation validation) {
        return ((Validation.Invalid) validation).soundPart().orElseThrow();
    }

    private static Plan valid(Validation validation) {
        assertThat(validation).isInstanceOf(Validation.Valid.class);
        return ((Validation.Valid) validation).plan();
    }

    private static List<String> messages(Validation validation) {
        return ((Validation.Invalid) validation)
                .problems().stream().map(Problem::message).toList();
    }

    @Test
    void a_whole_workflow_is_run_for_all_its_output_nodes() {
        assertThat(valid(VALIDATOR.validate(WORKFLOW)).targets()).containsExactly("first", "second", "third");
    }

    @Test
    void outputs_that_no_problem_reaches_could_run_all_the_same() {
        Validation validation = VALIDATOR.validate(broken("blur"));

        assertThat(messages(validation)).hasSize(1);
        assertThat(sound(validation).targets()).containsExactly("second");
        assertThat(sound(validation).nodes()).extracting(PlannedNode::id).containsExactly("load2", "second");
    }

    @Test
    void an_output_may_be_sound_though_what_follows_it_is_not() {
        assertThat(sound(VALIDATOR.validate(broken("blur3"))).targets()).containsExactly("first", "second");
    }

    @Test
    void where_every_output_is_spoilt_nothing_could_run() {
        Validation validation = VALIDATOR.validate(broken("load", "second"));

        assertThat(((Validation.Invalid) validation).soundPart()).isEmpty();
        assertThat(messages(validation)).hasSize(2);
    }

    @Test
    void a_dangling_link_spoils_the_node_at_which_it_ends_only() {
        Workflow fromNowhere = Workflow.of(
                WORKFLOW.nodes(),
                WORKFLOW.links().stream()
                        .map(link -> link.to().node().equals("second") ? Link.of("gone.image", "second.image") : link)
                        .toList());

        assertThat(sound(VALIDATOR.validate(fromNowhere)).targets()).containsExactly("first", "third");
        assertThat(sound(VALIDATOR.validate(with(node("spare", "test:load"), Link.of("load.image", "gone.image"))))
                        .targets())
                .containsExactly("first", "second", "third");
    }

    @Test
    void a_node_of_unknown_type_a_double_id_and_a_circle_spoil_what_they_lead_to() {
        assertThat(sound(VALIDATOR.validate(with(node("far", "upscale:lanczos"), Link.of("far.image", "load.image"))))
                        .targets())
                .containsExactly("second");
        assertThat(sound(VALIDATOR.validate(with(node("load2", "test:load"), Link.of("x.y", "z.y"))))
                        .targets())
                .containsExactly("first", "third");
        Workflow circle = with(node("turn", "test:blur"), Link.of("turn.image", "turn.image"));
        assertThat(sound(VALIDATOR.validate(circle)).targets()).containsExactly("first", "second", "third");
    }

    @Test
    void only_what_the_chosen_outputs_need_is_planned() {
        Plan second = valid(VALIDATOR.validate(WORKFLOW, List.of("second")));
        Plan third = valid(VALIDATOR.validate(WORKFLOW, List.of("third", "third")));
        Plan both = valid(VALIDATOR.validate(WORKFLOW, List.of("third", "second")));

        assertThat(second.nodes()).extracting(PlannedNode::id).containsExactly("load2", "second");
        assertThat(second.targets()).containsExactly("second");
        assertThat(third.nodes())
                .extracting(PlannedNode::id)
                .containsExactly("load", "blur", "first", "blur3", "third");
        assertThat(third.targets()).containsExactly("third");
        assertThat(both.targets()).containsExactly("second", "third");
    }

    @Test
    void problems_that_the_chosen_outputs_do_not_meet_do_not_matter() {
        assertThat(valid(VALIDATOR.validate(broken("blur"), List.of("second"))).targets())
                .containsExactly("second");
        Validation both = VALIDATOR.validate(broken("blur"), List.of("second", "third"));
        assertThat(messages(both)).hasSize(1);
        assertThat(sound(both).targets()).containsExactly("second");
    }

    @Test
    void what_cannot_be_chosen_is_told_with_what_can() {
        assertThat(messages(VALIDATOR.validate(WORKFLOW, List.of("secnod", "blur3", "nowhere at all"))))
                .containsExactly(
                        "There is no node 'secnod' to run for; did you mean 'second'?",
                        "Node 'blur3' saves and shows nothing, so it cannot be run for; choose from third, first, "
                                + "second.",
                        "There is no node 'nowhere at all' to run for; choose from first, second, third.");
        assertThat(sound(VALIDATOR.validate(WORKFLOW, List.of("blur3", "second")))
                        .targets())
                .containsExactly("second");
    }

    @Test
    void an_empty_choice_is_refused() {
        Validation validation = VALIDATOR.validate(WORKFLOW, List.of());

        assertThat(messages(validation))
                .containsExactly(
                        "No output node was chosen, so nothing would be done; choose from first, second, " + "third.");
        assertThat(((Validation.Invalid) validation).soundPart()).isEmpty();
    }

    @Test
    void a_chosen_node_of_unknown_type_is_told_as_such() {
        Workflow workflow = with(node("far", "upscale:show"), Link.of("load.image", "far.image"));

        assertThat(messages(VALIDATOR.validate(workflow, List.of("far", "second"))))
                .singleElement()
                .asString()
                .contains("unknown type 'upscale:show'");
    }

    @Test
    void a_type_rule_that_breaks_down_is_a_problem_of_its_node() {
        NodeSignature broken = TestCatalog.terminal(TestCatalog.signature("bad:rule", List.of(), List.of(), List.of()))
                .with((TypeRule) query -> {
                    throw new NoClassDefFoundError("gone/Missing");
                });

        Validation validation = new Validator(new TestCatalog(List.of(broken)))
                .validate(Workflow.of(List.of(node("x", "bad:rule")), List.of()));

        assertThat(messages(validation)).singleElement().asString().contains("NoClassDefFoundError: gone/Missing");
    }
}
