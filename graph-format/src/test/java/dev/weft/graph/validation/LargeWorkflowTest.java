package dev.weft.graph.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.WorkflowFormatException;
import dev.weft.graph.json.WorkflowReader;
import dev.weft.graph.json.WorkflowWriter;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.PortKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Everything here runs on a thread with so small a stack that recursion along a chain could not go unnoticed.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LargeWorkflowTest {
    private static final long STACK_BYTES = 256 << 10;
    private static final NodeTypeId STEP = NodeTypeId.parse("test:step");
    private static final NodeTypeId END = NodeTypeId.parse("test:end");
    private static final TestCatalog CATALOG =
            new TestCatalog(List.of(TestCatalog.terminal(step("test:end")), step("test:step")));

    private static NodeSignature step(String id) {
        return TestCatalog.signature(
                id,
                List.of(
                        InputPort.optional("a", PortKind.IMAGE, "One."),
                        InputPort.optional("b", PortKind.IMAGE, "Another.")),
                List.of(new OutputPort("image", PortKind.IMAGE, "An output.")),
                List.of());
    }

    private static <T> T onSmallStack(Callable<T> work)
            throws InterruptedException, ExecutionException, TimeoutException {
        FutureTask<T> task = new FutureTask<>(work);
        new Thread(null, task, "small stack", STACK_BYTES).start();
        return task.get(60, TimeUnit.SECONDS);
    }

    private static Workflow chain(int length) {
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            nodes.add(Node.of("n" + i, i == length - 1 ? END : STEP, 1, Map.of()));
            if (i > 0) {
                links.add(Link.of("n" + (i - 1) + ".image", "n" + i + ".a"));
            }
        }
        // Saved from the end to the beginning, so that document order is of no help.
        return Workflow.of(nodes.reversed(), links);
    }

    private static Workflow lattice(int size) {
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            nodes.add(Node.of("n" + i, i % 100 == 99 ? END : STEP, 1, Map.of()));
            if (i > 0) {
                links.add(Link.of("n" + (i - 1) + ".image", "n" + i + ".a"));
                links.add(Link.of("n" + (i / 2) + ".image", "n" + i + ".b"));
            }
        }
        return Workflow.of(nodes, links);
    }

    private static Plan plan(Workflow workflow) {
        return ((Validation.Valid) new Validator(CATALOG).validate(workflow)).plan();
    }

    @Test
    void a_chain_of_100_000_nodes_is_planned() throws Exception {
        Workflow chain = chain(100_000);

        Plan plan = onSmallStack(() -> plan(chain));

        assertThat(plan.nodes()).hasSize(100_000);
        assertThat(plan.nodes().getFirst().id()).isEqualTo("n0");
        assertThat(plan.nodes().getLast().id()).isEqualTo("n99999");
    }

    @Test
    void a_circle_of_100_000_nodes_is_found() throws Exception {
        Workflow chain = chain(100_000);
        List<Link> links = new ArrayList<>(chain.links());
        links.add(Link.of("n99999.image", "n0.a"));

        Validation validation = onSmallStack(() -> new Validator(CATALOG).validate(Workflow.of(chain.nodes(), links)));

        List<Problem> problems = ((Validation.Invalid) validation).problems();
        assertThat(problems).hasSize(1);
        assertThat(((WorkflowProblem.Cycle) problems.getFirst()).path()).hasSize(100_000);
        assertThat(problems.getFirst().message())
                .isEqualTo("The nodes n99999 → n0 → n1 → n2 → n3 → n4 → n5 → n6 → n7 → … (99990 more) → n99998 → "
                        + "n99999 wait for each other in a circle; remove one of these links, such as n99998.image → "
                        + "n99999.a.");
    }

    @Test
    void ten_thousand_nodes_and_twenty_thousand_links_are_read_planned_and_written() throws Exception {
        Workflow lattice = lattice(10_000);
        String text = WorkflowWriter.toText(lattice);

        Workflow read = onSmallStack(() -> WorkflowReader.parse(text, "lattice"));
        Plan plan = onSmallStack(() -> plan(read));

        assertThat(read).isEqualTo(lattice);
        assertThat(plan.nodes())
                .extracting(PlannedNode::id)
                .containsExactlyElementsOf(
                        lattice.nodes().stream().map(Node::id).toList());
        assertThat(onSmallStack(() -> WorkflowWriter.toText(plan.workflow()))).isEqualTo(text);
    }

    @Test
    void as_deep_a_value_as_is_allowed_needs_little_stack() throws Exception {
        String text = "{\"weft\": 1, \"x\": " + "[".repeat(199) + "]".repeat(199) + "}";

        assertThat(onSmallStack(() -> WorkflowWriter.toText(WorkflowReader.parse(text, "deep"))))
                .hasSizeGreaterThan(398);
        assertThat(onSmallStack(() -> refusal("[".repeat(1_000_000)))).isPresent();
    }

    private static Optional<WorkflowFormatException> refusal(String text) {
        try {
            WorkflowReader.parse(text, "deep");
            return Optional.empty();
        } catch (WorkflowFormatException refused) {
            return Optional.of(refused);
        }
    }

    @Test
    void a_workflow_of_nothing_but_mistakes_is_answered() throws Exception {
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            nodes.add(Node.of("node number " + i, NodeTypeId.parse("test:stp" + i), 1, Map.of()));
            links.add(Link.of("nodd numbex " + i + ".imaeg", "node nmuber " + i + ".x"));
        }

        Validation validation = onSmallStack(() -> new Validator(CATALOG).validate(Workflow.of(nodes, links)));

        assertThat(((Validation.Invalid) validation).problems()).hasSizeGreaterThanOrEqualTo(30_000);
    }
}
