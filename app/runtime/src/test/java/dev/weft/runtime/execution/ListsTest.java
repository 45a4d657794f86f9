package dev.weft.runtime.execution;

import static dev.weft.runtime.execution.Bench.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

final class ListsTest {
    /// Gives the numbers of its text.
    private final Stub numbers = Stub.listing(
                    "numbers",
                    (inputs, context) -> Stub.value(parsed(inputs.parameters().text("of"))))
            .text("of", "1 2 3");
    private final Stub product = Stub.giving(
                    "product",
                    (inputs, context) -> Stub.value(inputs.value("a", Long.class) * inputs.value("b", Long.class)))
            .in("a")
            .in("b");
    private final List<List<Long>> seen = new CopyOnWriteArrayList<>();
    /// Sees a whole list.
    private final Stub look = Stub.ending("look", (inputs, context) -> {
                seen.add(inputs.list("all", Long.class));
                return NodeOutputs.NONE;
            })
            .in(Stub.input("all").asList());
    private final Bench bench = new Bench(numbers, product, look);

    private static List<Long> parsed(String text) {
        return Arrays.stream(text.split(" "))
                .filter(word -> !word.isEmpty())
                .map(Long::valueOf)
                .toList();
    }

    @Test
    void a_node_runs_for_each_item_of_the_longest_list_and_shorter_ones_repeat_their_last() {
        bench.run(
                List.of(
                        node("long", "numbers", "of", "1 2 3 4"),
                        node("short", "numbers", "of", "10 100"),
                        node("product", "product"),
                        node("look", "look")),
                "long>product.a",
                "short>product.b",
                "product>look.all");
        assertThat(seen).containsExactly(List.of(10L, 200L, 300L, 400L));
        assertThat(product.runs).hasValue(4);
    }

    @Test
    void a_single_value_goes_with_every_item() {
        bench.run(
                List.of(
                        node("list", "numbers"),
                        node("ten", "sum", 10),
                        node("product", "product"),
                        node("look", "look")),
                "list>product.a",
                "ten>product.b",
                "product>look.all");
        assertThat(seen).containsExactly(List.of(10L, 20L, 30L));
    }

    @Test
    void a_single_value_is_a_list_of_one_to_an_input_that_takes_lists() {
        bench.run(List.of(node("one", "sum", 5), node("look", "look")), "one>look.all");
        assertThat(seen).containsExactly(List.of(5L));
    }

    @Test
    void an_end_without_list_inputs_runs_for_each_item() {
        bench.run(List.of(node("list", "numbers"), node("end", "keep")), "list>end.a");
        assertThat(bench.kept).containsExactly(1L, 2L, 3L);
        assertThat(bench.story()).containsOnlyOnce("started end", "finished end");
    }

    @Test
    void an_empty_list_runs_nothing_and_gives_an_empty_list() {
        Outcome outcome = bench.run(
                List.of(
                        node("none", "numbers", "of", ""),
                        node("list", "numbers"),
                        node("product", "product"),
                        node("look", "look")),
                "none>product.a",
                "list>product.b",
                "product>look.all");
        assertThat(outcome).isEqualTo(Outcome.DONE);
        assertThat(product.runs).hasValue(0);
        assertThat(seen).containsExactly(List.of());
    }

    @Test
    void a_mapped_node_that_gives_lists_gives_them_one_after_another() {
        Stub twice = Stub.listing("twice", (inputs, context) -> {
                    long value = inputs.value("a", Long.class);
                    return Stub.value(List.of(value, -value));
                })
                .in("a");
        Bench other = new Bench(numbers, twice, look);
        other.run(
                List.of(node("list", "numbers"), node("twice", "twice"), node("look", "look")),
                "list>twice.a",
                "twice>look.all");
        assertThat(seen).containsExactly(List.of(1L, -1L, 2L, -2L, 3L, -3L));
    }

    @Test
    void a_list_that_is_linked_to_a_parameter_maps_the_node() {
        bench.run(
                List.of(node("list", "numbers", "of", "4 6"), node("sum", "sum"), node("look", "look")),
                "list>sum.number",
                "sum>look.all");
        assertThat(seen).containsExactly(List.of(4L, 6L));
        assertThat(bench.sum.runs).hasValue(2);
    }

    @Test
    void a_mapped_result_is_known_from_before_like_any_other() {
        String[] wires = {"list>product.a", "list>product.b", "product>look.all"};
        bench.run(List.of(node("list", "numbers"), node("product", "product"), node("look", "look")), wires);
        bench.run(List.of(node("list", "numbers"), node("product", "product"), node("look", "look")), wires);
        assertThat(bench.ran()).isEmpty();
        assertThat(product.runs).hasValue(3);
    }

    @Test
    void steps_of_a_mapped_node_count_over_all_items() {
        Stub stepping = Stub.ending("stepping", (inputs, context) -> {
                    context.progress(1, 2);
                    context.progress(2, 2);
                    return NodeOutputs.NONE;
                })
                .in("a");
        Bench other = new Bench(numbers, stepping);
        other.run(List.of(node("list", "numbers", "of", "1 2"), node("end", "stepping")), "list>end.a");
        assertThat(other.story())
                .containsSubsequence("progress end 1/4", "progress end 2/4", "progress end 3/4", "progress end 4/4");
    }

    @Test
    void a_failure_for_one_item_fails_the_node() {
        bench.run(
                List.of(node("list", "numbers", "of", "1 2000 3"), node("sum", "sum"), node("look", "look")),
                "list>sum.number",
                "sum>look.all");
        assertThat(bench.failure().node()).isEqualTo("sum");
        assertThat(bench.failure().port()).contains("number");
        assertThat(seen).isEmpty();
    }

    @Test
    void an_output_that_is_declared_as_a_list_must_be_one() {
        Stub wrong = Stub.listing("wrong", (inputs, context) -> Stub.value(1L));
        Bench other = new Bench(wrong);
        other.run(List.of(node("wrong", "wrong"), node("end", "keep")), "wrong>end.a");
        assertThat(other.failure().message()).contains("'value'", "declared as a list", "plugin 'test'");
    }

    @Test
    void a_variadic_input_gives_its_values_in_the_order_of_their_numbers() {
        List<Long> got = new ArrayList<>();
        Stub all = Stub.ending("all", (inputs, context) -> {
                    got.addAll(inputs.variadic("part", Long.class));
                    return NodeOutputs.NONE;
                })
                .in(Stub.input("part").asVariadic());
        Bench other = new Bench(all);
        other.run(
                List.of(node("a", "sum", 1), node("b", "sum", 2), node("c", "sum", 3), node("all", "all")),
                "a>all.part_10",
                "b>all.part_2",
                "c>all.part_1");
        assertThat(got).containsExactly(3L, 2L, 1L);
    }
}
