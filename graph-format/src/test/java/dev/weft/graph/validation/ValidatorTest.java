package dev.weft.graph.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.WorkflowFile;
import dev.weft.graph.json.WorkflowFormatException;
import dev.weft.graph.types.Extent;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.types.PortType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValidatorTest {
    private final Validator validator = new Validator(TestCatalog.STANDARD);
    private final Workflow example = example();

    private static Workflow example() {
        try {
            return WorkflowFile.read(Path.of("src/test/resources/examples/style-aligned.weft.json"));
        } catch (IOException | WorkflowFormatException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Node node(String id, String type) {
        return Node.of(id, NodeTypeId.parse(type), 1, Map.of());
    }

    private static Workflow with(Workflow workflow, List<Node> nodes, List<Link> links) {
        List<Node> allNodes = new ArrayList<>(workflow.nodes());
        allNodes.addAll(nodes);
        List<Link> allLinks = new ArrayList<>(workflow.links());
        allLinks.addAll(links);
        return Workflow.of(allNodes, allLinks);
    }

    private static Workflow without(Workflow workflow, String... links) {
        List<String> dropped = Arrays.asList(links);
        return Workflow.of(
                workflow.nodes(),
                workflow.links().stream()
                        .filter(link -> !dropped.contains(link.toString()))
                        .toList());
    }

    private List<Problem> problems(Workflow workflow) {
        return switch (validator.validate(workflow)) {
            case Validation.Invalid invalid -> invalid.problems();
            case Validation.Valid ignored -> List.of();
        };
    }

    private Problem onlyProblem(Workflow workflow) {
        List<Problem> problems = problems(workflow);
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().message()).matches("[A-Z0-9].*; [^\\n]*[.?]");
        return problems.getFirst();
    }

    private static Plan plan(Validation validation) {
        assertThat(validation).isInstanceOf(Validation.Valid.class);
        return ((Validation.Valid) validation).plan();
    }

    @Test
    void a_sound_workflow_becomes_a_plan_of_what_its_outputs_need() {
        Workflow withSpare = with(example, List.of(node("spare", "core:load_model")), List.of());

        Plan plan = plan(validator.validate(withSpare));

        assertThat(plan.workflow()).isSameAs(withSpare);
        assertThat(plan.nodes())
                .extracting(PlannedNode::id)
                .containsExactly("model", "prompts", "negative", "latent", "sampler", "decode", "save");
        PlannedNode sampler = plan.nodes().get(4);
        assertThat(sampler.parameters().whole("seed")).isEqualTo(-1L);
        assertThat(sampler.parameters().decimal("cfg")).isEqualTo(6.0);
        assertThat(sampler.inputs())
                .containsExactly(
                        Map.entry("model", Link.of("model.model", "x.y").from()),
                        Map.entry(
                                "positive",
                                Link.of("prompts.conditioning", "x.y").from()),
                        Map.entry(
                                "negative",
                                Link.of("negative.conditioning", "x.y").from()),
                        Map.entry("latent", Link.of("latent.latent", "x.y").from()));
        assertThat(sampler.outputs())
                .containsExactly(Map.entry("latent", new PortType(PortKind.LATENT, Extent.of(4, 128, 128))));
        assertThat(plan.nodes().get(2).parameters().text("text")).isEmpty();
    }

    @Test
    void an_unknown_type_names_the_plugin_it_would_come_from() {
        Problem problem = onlyProblem(with(example, List.of(node("far", "upscale:lanczos")), List.of()));

        assertThat(problem.node()).contains("far");
        assertThat(problem.message())
                .isEqualTo("Node 'far' is of the unknown type 'upscale:lanczos', which would come from the plugin "
                        + "'upscale', and that is not installed; install that plugin.");
    }

    @Test
    void a_mistyped_type_gets_a_guess() {
        Problem problem = onlyProblem(with(example, List.of(node("m", "core:laod_model")), List.of()));

        assertThat(problem.message())
                .isEqualTo("Node 'm' is of the unknown type 'core:laod_model', which the plugin 'core' does not have; "
                        + "did you mean 'core:load_model'?");
    }

    @Test
    void a_missing_input_names_an_output_that_would_do() {
        Problem problem = onlyProblem(without(example, "model.vae → decode.vae"));

        assertThat(problem).isInstanceOf(NodeProblem.MissingInput.class);
        assertThat(problem.node()).contains("decode");
        assertThat(problem.port()).contains("vae");
        assertThat(problem.message())
                .isEqualTo("Node 'decode' lacks its input 'vae' of kind vae; link model.vae to it.");
    }

    @Test
    void a_missing_input_is_not_answered_with_an_output_that_would_close_a_circle() {
        Problem problem = onlyProblem(without(example, "latent.latent → sampler.latent"));

        assertThat(problem.message()).contains("link latent.latent to it");
        assertThat(problems(Workflow.of(
                        example.nodes().stream()
                                .filter(node -> !node.id().equals("latent"))
                                .toList(),
                        example.links().stream()
                                .filter(link -> !link.from().node().equals("latent"))
                                .toList())))
                .extracting(Problem::message)
                .containsExactly("Node 'sampler' lacks its input 'latent' of kind latent; add a node that gives a "
                        + "latent and link it.");
    }

    @Test
    void a_link_between_kinds_is_refused_at_its_input() {
        Problem problem = onlyProblem(with(
                without(example, "model.vae → decode.vae"), List.of(), List.of(Link.of("model.clip", "decode.vae"))));

        assertThat(problem.node()).contains("decode");
        assertThat(problem.port()).contains("vae");
        assertThat(problem.message())
                .isEqualTo("The link model.clip → decode.vae gives a clip to an input that takes a vae; link an output "
                        + "of kind vae instead.");
    }

    @Test
    void a_link_to_or_from_nowhere_is_refused_at_that_end() {
        assertThat(problems(with(
                        without(example, "model.vae → decode.vae"),
                        List.of(),
                        List.of(Link.of("modle.vae", "decode.vae"), Link.of("model.vae", "elsewhere.vae")))))
                .extracting(Problem::message)
                .containsExactly(
                        "The link modle.vae → decode.vae names a node 'modle' that does not exist; did you mean "
                                + "'model'?",
                        "The link model.vae → elsewhere.vae names a node 'elsewhere' that does not exist; add the node "
                                + "or remove the link.");
        assertThat(problems(with(
                        without(example, "model.vae → decode.vae"),
                        List.of(),
                        List.of(
                                Link.of("model.vea", "decode.vae"),
                                Link.of("model.model", "sampler.mdoel"),
                                Link.of("save.image", "decode.nothing")))))
                .extracting(Problem::message)
                .containsExactly(
                        "The link model.vea → decode.vae names an output 'vea' that node 'model' does not have; did "
                                + "you mean 'vae'?",
                        "The link model.model → sampler.mdoel names an input 'mdoel' that node 'sampler' does not "
                                + "have; did you mean 'model'?",
                        "The link save.image → decode.nothing names an output 'image' that node 'save' does not have; "
                                + "the node has no outputs, so remove the link.",
                        "The link save.image → decode.nothing names an input 'nothing' that node 'decode' does not "
                                + "have; choose one of vae, latent.",
                        "The nodes decode → save → decode wait for each other in a circle; remove one of these links, "
                                + "such as save.image → decode.nothing.");
    }

    @Test
    void an_input_with_two_links_is_refused_once() {
        Problem problem = onlyProblem(with(
                example,
                List.of(node("other", "core:load_model")),
                List.of(Link.of("other.vae", "decode.vae"), Link.of("model.vae", "decode.vae"))));

        assertThat(problem).isInstanceOf(LinkProblem.InputLinkedTwice.class);
        assertThat(problem.message())
                .isEqualTo("Input 'vae' of node 'decode' takes one link but has 3, from model.vae, other.vae, "
                        + "model.vae; keep one of them.");
    }

    @Test
    void an_id_that_several_nodes_have_is_refused_once() {
        Problem problem = onlyProblem(
                with(example, List.of(node("model", "core:load_model"), node("model", "core:load_model")), List.of()));

        assertThat(problem.node()).contains("model");
        assertThat(problem.message()).isEqualTo("3 nodes have the id 'model'; give each an id of its own.");
    }

    @Test
    void a_node_saved_by_a_newer_plugin_is_refused() {
        Workflow newer = example.withNode(Node.of("latent", NodeTypeId.parse("core:empty_latent"), 2, Map.of()));

        assertThat(onlyProblem(newer).message())
                .isEqualTo("Node 'latent' was saved with version 2 of 'core:empty_latent', but the plugin 'core' here "
                        + "has version 1 of it; install a newer one.");
    }

    @Test
    void a_workflow_without_output_node_is_refused() {
        assertThat(onlyProblem(Workflow.of(List.of(), List.of())).message())
                .isEqualTo("The workflow has no output node, so it would do nothing; add a node that saves or shows a "
                        + "result, such as 'core:save_image'.");
        assertThat(problems(Workflow.of(List.of(node("decode", "core:vae_decode")), List.of())))
                .hasSize(3)
                .hasAtLeastOneElementOfType(WorkflowProblem.NoOutput.class)
                .hasAtLeastOneElementOfType(NodeProblem.MissingInput.class);
    }

    @Test
    void a_circle_is_told_with_its_path() {
        NodeSignature loop = TestCatalog.signature(
                "core:refine",
                List.of(TestCatalog.input("latent", PortKind.LATENT)),
                List.of(new OutputPort("latent", PortKind.LATENT, "An output.")),
                List.of());
        Workflow circle = with(
                example,
                List.of(node("a", "core:refine"), node("b", "core:refine"), node("c", "core:refine")),
                List.of(
                        Link.of("a.latent", "b.latent"),
                        Link.of("b.latent", "c.latent"),
                        Link.of("c.latent", "a.latent")));

        Validation validation = new Validator(TestCatalog.STANDARD.with(loop)).validate(circle);

        assertThat(((Validation.Invalid) validation).problems())
                .containsExactly(new WorkflowProblem.Cycle(List.of(
                        Link.of("a.latent", "b.latent"),
                        Link.of("b.latent", "c.latent"),
                        Link.of("c.latent", "a.latent"))));
        assertThat(((Validation.Invalid) validation).problems().getFirst().message())
                .isEqualTo("The nodes a → b → c → a wait for each other in a circle; remove one of these links, such "
                        + "as c.latent → a.latent.");
    }

    @Test
    void what_a_node_type_objects_to_is_a_problem_of_the_node() {
        Problem problem = onlyProblem(example.withParameter("latent", "batch_size", JsonNumber.of(5)));

        assertThat(problem.node()).contains("sampler");
        assertThat(problem.port()).contains("latent");
        assertThat(problem.message())
                .isEqualTo("Node 'sampler', 'latent': 5 pictures are too many; set batch_size to at most 4.");
    }

    @Test
    void a_node_type_that_fails_when_asked_is_a_problem_and_no_crash() {
        NodeSignature broken = TestCatalog.terminal(new NodeSignature(
                NodeTypeId.parse("bad:rule"), 1, "", "", "", List.of(), List.of(), List.of(), true, query -> {
                    throw new IllegalStateException("oh");
                }));

        Validation validation = new Validator(TestCatalog.STANDARD.with(broken))
                .validate(Workflow.of(List.of(node("x", "bad:rule")), List.of()));

        assertThat(((Validation.Invalid) validation).problems())
                .extracting(Problem::message)
                .containsExactly("Node 'x' cannot be checked, as 'bad:rule' fails with "
                        + "\"java.lang.IllegalStateException: oh\"; report it to the author of the plugin 'bad'.");
    }

    @Test
    void an_unfinished_branch_that_no_output_needs_may_lack_inputs() {
        Workflow unfinished = with(example, List.of(node("later", "core:vae_decode")), List.of());

        assertThat(validator.validate(unfinished)).isInstanceOf(Validation.Valid.class);
    }

    @Test
    void mistakes_in_a_branch_that_no_output_needs_are_told_all_the_same() {
        Node later = node("later", "core:vae_decode").withParameter("tile", JsonNumber.of(1));

        assertThat(problems(with(example, List.of(later), List.of(Link.of("model.clip", "later.vae")))))
                .hasOnlyElementsOfTypes(LinkProblem.KindMismatch.class, ParameterProblem.Unknown.class)
                .hasSize(2);
    }

    @Test
    void all_problems_are_told_at_once() {
        Workflow bad = with(
                without(example, "model.vae → decode.vae")
                        .withParameter("sampler", "steps", JsonNumber.of(0))
                        .withParameter("sampler", "sampler", new JsonString("eular"))
                        .withParameter("latent", "widht", JsonNumber.of(0)),
                List.of(node("far", "upscale:lanczos"), node("save", "core:save_image")),
                List.of(Link.of("far.image", "nowhere.image"), Link.of("prompts.conditioning", "decode.latent")));

        assertThat(problems(bad))
                .extracting(problem -> problem.getClass().getSimpleName())
                .containsExactly(
                        "DuplicateNodeId",
                        "UnknownType",
                        "UnknownNode",
                        "KindMismatch",
                        "InputLinkedTwice",
                        "Unknown",
                        "OutOfRange",
                        "NotInList",
                        "MissingInput",
                        "MissingInput");
    }
}
