package dev.weft.runtime.execution;

import static dev.weft.runtime.execution.Bench.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.Node;
import dev.weft.nodes.api.ExecutionEvent.NodeFailed;
import dev.weft.nodes.api.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LinkedParametersTest {
    @Test
    void a_linked_parameter_has_the_value_of_the_output() {
        Bench bench = new Bench();
        Outcome outcome = bench.run(
                List.of(node("one", "sum", 30), node("two", "sum", 999), node("end", "keep")),
                "one>two.number",
                "one>two.a",
                "two>end.a");
        assertThat(outcome).isEqualTo(Outcome.DONE);
        assertThat(bench.kept).containsExactly(60L);
    }

    @Test
    void a_value_that_the_parameter_does_not_take_fails_the_node_with_a_sentence() {
        Bench bench = new Bench();
        Outcome outcome = bench.run(
                List.of(node("one", "sum", 1000), node("two", "sum", 1), node("three", "sum"), node("end", "keep")),
                "one>two.a",
                "two>three.number",
                "three>end.a");
        assertThat(outcome).isEqualTo(Outcome.FAILED);
        assertThat(bench.events)
                .contains(new NodeFailed(
                        "three",
                        Optional.of("number"),
                        "the link gives 1001, which is out of range; give from 0 to 1000"));
        assertThat(bench.kept).isEmpty();
    }

    @Test
    void a_result_is_shared_only_while_the_linked_value_is_the_same() {
        Bench bench = new Bench();
        List<Node> five = List.of(node("one", "sum", 5), node("two", "sum"), node("end", "keep"));
        List<Node> six = List.of(node("one", "sum", 6), node("two", "sum"), node("end", "keep"));
        bench.run(five, "one>two.number", "two>end.a");
        bench.run(five, "one>two.number", "two>end.a");
        assertThat(bench.sum.runs).hasValue(1);
        bench.run(six, "one>two.number", "two>end.a");
        assertThat(bench.kept).containsExactly(6L);
        assertThat(bench.sum.runs).hasValue(2);
    }
}
