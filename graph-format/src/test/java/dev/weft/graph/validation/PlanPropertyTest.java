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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// Random graphs against plain definitions, computed here in the slowest and simplest way.
class PlanPropertyTest {
    private static final int MOST_INPUTS = 64;
    private static final TestCatalog CATALOG =
            new TestCatalog(List.of(type("test:end", true), type("test:step", false)));

    /// A graph as a table: `arrows[from][to]`.
    static final class Table {
        private final boolean[][] arrows;
        private final List<Boolean> ends;

        Table(boolean[][] arrows, List<Boolean> ends) {
            this.arrows = arrows;
            this.ends = ends;
        }

        int size() {
            return arrows.length;
        }

        Workflow workflow() {
            List<Node> nodes = new ArrayList<>();
            List<Link> links = new ArrayList<>();
            for (int to = 0; to < size(); to++) {
                nodes.add(Node.of("n" + to, NodeTypeId.parse(ends.get(to) ? "test:end" : "test:step"), 1, Map.of()));
                for (int from = 0; from < size(); from++) {
                    if (arrows[from][to]) {
                        links.add(Link.of("n" + from + ".out", "n" + to + ".in" + from));
                    }
                }
            }
            return Workflow.of(nodes, links);
        }

        /// Whether each node can be reached from each by one arrow or more (Warshall).
        boolean[][] reach() {
            boolean[][] reach = new boolean[size()][];
            for (int i = 0; i < size(); i++) {
                reach[i] = arrows[i].clone();
            }
            for (int via = 0; via < size(); via++) {
                for (int from = 0; from < size(); from++) {
                    for (int to = 0; to < size(); to++) {
                        reach[from][to] |= reach[from][via] && reach[via][to];
                    }
                }
            }
            return reach;
        }

        @Override
        public String toString() {
            return workflow().links() + " ends " + ends;
        }
    }

    private static NodeSignature type(String id, boolean terminal) {
        List<InputPort> inputs = IntStream.range(0, MOST_INPUTS)
                .mapToObj(i -> InputPort.optional("in" + i, PortKind.IMAGE, "An input."))
                .toList();
        NodeSignature signature = TestCatalog.signature(
                id, inputs, List.of(new OutputPort("out", PortKind.IMAGE, "An output.")), List.of());
        return terminal ? TestCatalog.terminal(signature) : signature;
    }

    @Provide
    Arbitrary<Table> anyGraphs() {
        return Arbitraries.integers()
                .between(1, 14)
                .flatMap(size -> Combinators.combine(
                                Arbitraries.of(true, false, false, false, false)
                                        .list()
                                        .ofSize(size * size),
                                Arbitraries.of(true, false).list().ofSize(size))
                        .as((cells, ends) -> table(size, cells, ends)));
    }

    @Provide
    Arbitrary<Table> acyclicGraphs() {
        return Arbitraries.integers()
                .between(1, 20)
                .flatMap(size -> Combinators.combine(
                                Arbitraries.of(true, false, false).list().ofSize(size * size),
                                Arbitraries.of(true, false).list().ofSize(size),
                                Arbitraries.shuffle(
                                        IntStream.range(0, size).boxed().toList()))
                        .as((cells, ends, ranks) -> {
                            Table table = table(size, cells, ends);
                            for (int from = 0; from < size; from++) {
                                for (int to = 0; to < size; to++) {
                                    table.arrows[from][to] &= ranks.get(from) < ranks.get(to);
                                }
                            }
                            return table;
                        }));
    }

    private static Table table(int size, List<Boolean> cells, List<Boolean> ends) {
        boolean[][] arrows = new boolean[size][size];
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                arrows[from][to] = cells.get(from * size + to);
            }
        }
        return new Table(arrows, ends);
    }

    @Property
    void a_plan_is_the_first_order_by_document_of_what_terminal_nodes_need(@ForAll("acyclicGraphs") Table table) {
        boolean[][] reach = table.reach();
        Set<Integer> needed = new HashSet<>();
        for (int i = 0; i < table.size(); i++) {
            for (int end = 0; end < table.size(); end++) {
                if (table.ends.get(end) && (i == end || reach[i][end])) {
                    needed.add(i);
                }
            }
        }
        List<String> expected = new ArrayList<>();
        Set<Integer> left = new HashSet<>(needed);
        while (!left.isEmpty()) {
            int next = left.stream()
                    .filter(node -> left.stream().noneMatch(before -> table.arrows[before][node]))
                    .min(Integer::compare)
                    .orElseThrow();
            left.remove(next);
            expected.add("n" + next);
        }

        switch (new Validator(CATALOG).validate(table.workflow())) {
            case Validation.Valid valid ->
                assertThat(valid.plan().nodes()).extracting(PlannedNode::id).containsExactlyElementsOf(expected);
            case Validation.Invalid invalid -> {
                assertThat(needed).isEmpty();
                assertThat(invalid.problems()).hasOnlyElementsOfType(WorkflowProblem.NoOutput.class);
            }
        }
    }

    @Property
    void the_sound_part_is_every_output_that_no_broken_node_leads_to(
            @ForAll("acyclicGraphs") Table table, @ForAll Set<@IntRange(max = 19) Integer> broken) {
        Workflow workflow = table.workflow();
        boolean[][] reach = table.reach();
        Set<String> sound = new HashSet<>();
        Set<String> needed = new HashSet<>();
        for (int end = 0; end < table.size(); end++) {
            int target = end;
            if (table.ends.get(end)
                    && broken.stream().noneMatch(bad -> bad == target || (bad < table.size() && reach[bad][target]))) {
                sound.add("n" + end);
                for (int i = 0; i < table.size(); i++) {
                    if (i == end || reach[i][end]) {
                        needed.add("n" + i);
                    }
                }
            }
        }
        for (int bad : broken) {
            if (bad < table.size()) {
                workflow = workflow.withParameter("n" + bad, "unheard_of", JsonNumber.of(1));
            }
        }

        switch (new Validator(CATALOG).validate(workflow)) {
            case Validation.Valid ignored -> assertThat(broken).allMatch(bad -> bad >= table.size());
            case Validation.Invalid invalid -> {
                assertThat(invalid.soundPart().map(Plan::targets).orElse(List.of()))
                        .containsExactlyInAnyOrderElementsOf(sound);
                assertThat(invalid.soundPart().map(Plan::nodes).orElse(List.of()))
                        .extracting(PlannedNode::id)
                        .containsExactlyInAnyOrderElementsOf(needed);
            }
        }
    }

    @Property
    void each_knot_of_circles_is_told_once_with_a_path_that_is_one(@ForAll("anyGraphs") Table table) {
        Workflow workflow = table.workflow();
        boolean[][] reach = table.reach();
        Set<Set<Integer>> knots = new HashSet<>();
        for (int i = 0; i < table.size(); i++) {
            Set<Integer> knot = new HashSet<>();
            for (int other = 0; other < table.size(); other++) {
                if (reach[i][other] && reach[other][i]) {
                    knot.add(other);
                }
            }
            if (!knot.isEmpty()) {
                knots.add(knot);
            }
        }

        List<WorkflowProblem.Cycle> cycles = new ArrayList<>();
        if (new Validator(CATALOG).validate(workflow) instanceof Validation.Invalid invalid) {
            for (Problem problem : invalid.problems()) {
                if (problem instanceof WorkflowProblem.Cycle cycle) {
                    cycles.add(cycle);
                }
            }
        }

        assertThat(cycles).hasSameSizeAs(knots);
        for (WorkflowProblem.Cycle cycle : cycles) {
            List<Link> path = cycle.path();
            assertThat(workflow.links()).containsAll(path);
            assertThat(path).extracting(link -> link.from().node()).doesNotHaveDuplicates();
            for (int i = 0; i < path.size(); i++) {
                assertThat(path.get(i).to().node())
                        .isEqualTo(path.get((i + 1) % path.size()).from().node());
            }
        }
    }
}
