package dev.weft.runtime.execution;

import static dev.weft.runtime.execution.Bench.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.nodes.api.Expansion;
import dev.weft.nodes.api.GraphNode;
import dev.weft.nodes.api.Outcome;
import dev.weft.nodes.api.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Expansions that fail, or that do not hold together.
final class ExpansionFaultsTest {
    @Test
    void added_nodes_that_wait_for_one_another_are_the_fault_of_the_node_that_added_them() {
        assertThat(failureOf(new Expansion(
                        List.of(
                                GraphNode.of("a", "test:sum").link("a", new Source.Inner("b", "value")),
                                GraphNode.of("b", "test:sum").link("a", new Source.Inner("a", "value"))),
                        Map.of("value", new Source.Inner("a", "value")))))
                .contains("a → b → a", "plugin 'test'");
    }

    @Test
    void an_added_node_that_waits_for_the_node_that_added_it_is_its_fault() {
        assertThat(failureOf(new Expansion(
                        List.of(GraphNode.of("a", "test:sum").link("a", new Source.Outside("wrong", "value"))),
                        Map.of("value", new Source.Inner("a", "value")))))
                .contains("waits for itself", "'wrong'");
    }

    @Test
    void an_expansion_that_does_not_hold_together_says_where() {
        Map<String, Source> fine = Map.of("value", new Source.Given(1L, 8));
        assertThat(failureOf(new Expansion(List.of(GraphNode.of("a", "test:nowhere")), fine)))
                .contains("test:nowhere", "which is not there");
        assertThat(failureOf(new Expansion(List.of(GraphNode.of("a", "test:sum").set("number", -1L)), fine)))
                .contains("'number' of 'a'", "out of range");
        assertThat(failureOf(new Expansion(List.of(GraphNode.of("a", "test:sum").set("size", 1L)), fine)))
                .contains("'size' of 'a'", "does not have");
        assertThat(failureOf(new Expansion(
                        List.of(GraphNode.of("a", "test:sum").link("z", new Source.Given(1L, 8))), fine)))
                .contains("'z' of 'a'", "does not have");
        assertThat(failureOf(new Expansion(
                        List.of(GraphNode.of("a", "test:sum").link("a", new Source.Inner("b", "value"))), fine)))
                .contains("'a.a'", "'b'", "not there");
        assertThat(failureOf(new Expansion(
                        List.of(GraphNode.of("a", "test:sum").link("a", new Source.Outside("b", "value"))), fine)))
                .contains("'a.a'", "'b'", "take part");
        assertThat(failureOf(
                        new Expansion(List.of(GraphNode.of("a", "test:sum"), GraphNode.of("a", "test:sum")), fine)))
                .contains("two nodes", "'a'");
        assertThat(failureOf(new Expansion(List.of(), Map.of()))).contains("'value'");
        assertThat(failureOf(new Expansion(
                        List.of(GraphNode.of("a", "test:sum")), Map.of("value", new Source.Inner("a", "picture")))))
                .contains("'picture'", "test:sum");
    }

    @Test
    void nodes_that_turn_into_one_another_without_end_fail_where_equal_ones_wait_for_them() {
        Stub ping = Stub.giving(
                "ping",
                (inputs, context) -> new Expansion(
                        List.of(GraphNode.of("next", "test:pong")),
                        Map.of("value", new Source.Inner("next", "value"))));
        Stub pong = Stub.giving(
                "pong",
                (inputs, context) -> new Expansion(
                        List.of(GraphNode.of("next", "test:ping")),
                        Map.of("value", new Source.Inner("next", "value"))));
        Bench other = new Bench(ping, pong);
        Outcome outcome = other.run(
                List.of(node("ping", "ping"), node("pong", "pong"), node("end", "keep"), node("free", "keep", 2)),
                "ping>end.a",
                "pong>end.b");
        assertThat(outcome).isEqualTo(Outcome.FAILED);
        assertThat(other.story()).contains("failed ping", "skipped end because of ping", "finished free");
    }

    private static String failureOf(Expansion expansion) {
        Stub wrong = Stub.giving("wrong", (inputs, context) -> expansion);
        Bench other = new Bench(wrong);
        assertThat(other.run(List.of(node("wrong", "wrong"), node("end", "keep")), "wrong>end.a"))
                .isEqualTo(Outcome.FAILED);
        assertThat(other.failure().node()).isEqualTo("wrong");
        assertThat(other.story()).contains("skipped end because of wrong");
        return other.failure().message();
    }
}
