package dev.weft.runtime.execution;

import static dev.weft.runtime.execution.Bench.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.Node;
import dev.weft.graph.types.ParameterValues;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChangesTest {
    @TempDir
    private Path folder;

    /// Writes its input to a file of the test's folder.
    private final Stub save = Stub.ending("save", (inputs, context) -> {
                Path file = folder.resolve(inputs.parameters().text("name"));
                try {
                    Files.writeString(file, Long.toString(inputs.value("a", Long.class)));
                } catch (IOException e) {
                    throw NodeException.of(e);
                }
                context.saved(file);
                return NodeOutputs.NONE;
            })
            .in("a")
            .text("name", "a.txt");

    /// Gives another number each time it runs.
    private static Stub marked(Stub.Marker marker) {
        AtomicLong last = new AtomicLong();
        return Stub.giving("marked", (inputs, context) -> Stub.value(last.incrementAndGet()))
                .number("number", 0)
                .marked(marker);
    }

    @Test
    void the_marker_is_asked_once_in_an_execution_and_equal_markers_run_nothing() {
        String[] mark = {"first"};
        Stub marked = marked(parameters -> mark[0]);
        Bench bench = new Bench(marked);
        List<Node> nodes = List.of(node("marked", "marked"), node("end", "keep"));
        bench.run(nodes, "marked>end.a");
        bench.run(nodes, "marked>end.a");
        assertThat(marked.runs).hasValue(1);
        assertThat(marked.markersAsked).hasValue(2);
        mark[0] = "second";
        bench.run(nodes, "marked>end.a");
        assertThat(marked.runs).hasValue(2);
        assertThat(bench.ran()).containsExactly("marked", "end");
    }

    @Test
    void a_node_that_always_changes_runs_each_time_and_so_does_what_depends_on_it() {
        Stub marked = marked(parameters -> NodeType.ALWAYS);
        Bench bench = new Bench(marked);
        List<Node> nodes = List.of(node("marked", "marked"), node("other", "sum"), node("end", "keep"));
        bench.run(nodes, "marked>end.a", "other>end.b");
        bench.run(nodes, "marked>end.a", "other>end.b");
        assertThat(bench.ran()).containsExactly("marked", "end");
        assertThat(bench.kept).containsExactly(3L);
    }

    @Test
    void what_depends_on_a_node_that_gives_the_same_again_does_not_run() {
        Stub same = Stub.giving("same", (inputs, context) -> Stub.value(4L)).marked(parameters -> NodeType.ALWAYS);
        Bench bench = new Bench(same);
        List<Node> nodes = List.of(node("same", "same"), node("after", "sum"), node("end", "keep"));
        bench.run(nodes, "same>after.a", "after>end.a");
        bench.run(nodes, "same>after.a", "after>end.a");
        assertThat(bench.ran()).containsExactly("same");
        assertThat(bench.story()).contains("cached after", "cached end");
    }

    @Test
    void a_marker_that_fails_means_always() {
        Stub marked = marked(parameters -> {
            throw new IllegalStateException("the network is down");
        });
        Bench bench = new Bench(marked);
        List<Node> nodes = List.of(node("marked", "marked"), node("end", "keep"));
        bench.run(nodes, "marked>end.a");
        bench.run(nodes, "marked>end.a");
        assertThat(marked.runs).hasValue(2);
        assertThat(bench.kept).containsExactly(2L);
    }

    @Test
    void a_marker_sees_parameters_whether_they_are_set_or_linked() {
        List<ParameterValues> seen = new ArrayList<>();
        Stub marked = marked(parameters -> {
            seen.add(parameters);
            return "";
        });
        Bench bench = new Bench(marked);
        bench.run(List.of(node("marked", "marked", 4), node("end", "keep")), "marked>end.a");
        bench.run(
                List.of(node("five", "sum", 5), node("marked", "marked"), node("end", "keep")),
                "five>marked.number",
                "marked>end.a");
        assertThat(seen.stream().map(values -> values.whole("number"))).containsExactly(4L, 5L);
    }

    @Test
    void a_parameter_that_is_linked_to_the_value_that_was_set_before_changes_nothing() {
        Bench bench = new Bench();
        bench.run(List.of(node("sum", "sum", 5), node("end", "keep")), "sum>end.a");
        bench.run(
                List.of(node("five", "sum", 5), node("sum", "sum"), node("end", "keep")),
                "five>sum.number",
                "sum>end.a");
        assertThat(bench.ran()).isEmpty();
    }

    @Test
    void files_that_lie_as_they_were_left_are_listed_again() throws IOException {
        Bench bench = new Bench(save);
        List<Node> nodes = List.of(node("one", "sum", 7), node("save", "save"));
        bench.run(nodes, "one>save.a");
        bench.run(nodes, "one>save.a");
        assertThat(bench.story()).containsExactly("cached one", "cached save", "saved save " + folder.resolve("a.txt"));
        assertThat(save.runs).hasValue(1);
    }

    @Test
    void a_file_that_is_gone_is_written_again() throws IOException {
        Bench bench = new Bench(save);
        List<Node> nodes = List.of(node("one", "sum", 7), node("save", "save"));
        bench.run(nodes, "one>save.a");
        Files.delete(folder.resolve("a.txt"));
        bench.run(nodes, "one>save.a");
        assertThat(bench.ran()).containsExactly("save");
        assertThat(folder.resolve("a.txt")).hasContent("7");
    }

    @Test
    void a_file_that_was_changed_is_written_again() throws IOException {
        Bench bench = new Bench(save);
        List<Node> nodes = List.of(node("one", "sum", 7), node("save", "save"));
        bench.run(nodes, "one>save.a");
        Files.writeString(folder.resolve("a.txt"), "something else");
        bench.run(nodes, "one>save.a");
        assertThat(folder.resolve("a.txt")).hasContent("7");
    }

    @Test
    void one_result_may_be_saved_twice() {
        Bench bench = new Bench(save);
        bench.run(
                List.of(node("one", "sum", 7), node("a", "save", "name", "x"), node("b", "save", "name", "y")),
                "one>a.a",
                "one>b.a");
        assertThat(bench.sum.runs).hasValue(1);
        assertThat(folder.resolve("x")).hasContent("7");
        assertThat(folder.resolve("y")).hasContent("7");
    }

    @Test
    void an_end_may_give_values_to_others() {
        Stub through = Stub.giving("through", (inputs, context) -> {
                    context.saved(folder);
                    return Stub.value(inputs.value("a", Long.class) + 1);
                })
                .in("a")
                .terminal();
        Bench bench = new Bench(through);
        bench.run(
                List.of(node("one", "sum", 1), node("through", "through"), node("end", "keep")),
                "one>through.a",
                "through>end.a");
        assertThat(bench.kept).containsExactly(2L);
        bench.run(
                List.of(node("one", "sum", 1), node("through", "through"), node("end", "keep", 2)),
                "one>through.a",
                "through>end.a");
        assertThat(bench.ran()).containsExactly("end");
    }
}
