package dev.weft.runtime.execution;

import static dev.weft.runtime.execution.Bench.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.Node;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.NodeType;
import dev.weft.nodes.api.Outcome;
import dev.weft.nodes.api.ValueFormat;
import dev.weft.nodes.api.ValueInput;
import dev.weft.nodes.api.ValueOutput;
import dev.weft.runtime.cache.CachePolicy;
import dev.weft.runtime.cache.CacheSettings;
import dev.weft.runtime.cache.ResultCache;
import dev.weft.runtime.cache.ValueFormats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What of one run is used again in the next.
class KeptResultsTest {
    private static final int SIZE = 1 << 20;

    @TempDir
    private Path folder = Path.of("");

    private final TestNode parity = TestNode.working(
            "parity", (inputs, context) -> NodeOutputs.of("value", inputs.value("a", Long.class) % 2, 8));

    private final TestNode large = TestNode.working(
            "large",
            (inputs, context) ->
                    NodeOutputs.of("value", new Large(inputs.parameters().whole("number")), SIZE));

    private final TestNode enlarge = TestNode.working(
            "enlarge",
            (inputs, context) -> NodeOutputs.of("value", new Large(inputs.value("a", Large.class).number + 1), SIZE));

    private final TestNode shrink = TestNode.working(
            "shrink",
            (inputs, context) -> NodeOutputs.of(
                    "value",
                    inputs.value("a", Large.class).number + inputs.parameters().whole("number"),
                    8));

    @Test
    void a_node_that_gives_the_same_again_ends_the_rerunning_below_it() {
        Bench bench = new Bench(parity);
        String[] wires = {"one>parity.a", "parity>two.a", "two>end.a"};
        bench.run(
                List.of(node("one", "sum", 3), node("parity", "parity"), node("two", "sum"), node("end", "keep")),
                wires);
        bench.run(
                List.of(node("one", "sum", 5), node("parity", "parity"), node("two", "sum"), node("end", "keep")),
                wires);
        assertThat(bench.story())
                .containsExactly(
                        "started one", "finished one", "started parity", "finished parity", "cached two", "cached end");
        bench.run(
                List.of(node("one", "sum", 6), node("parity", "parity"), node("two", "sum"), node("end", "keep")),
                wires);
        assertThat(bench.kept).containsExactly(1L);
    }

    @Test
    void a_node_that_runs_every_time_does_not_make_others_run_as_long_as_it_gives_the_same() {
        Bench bench = new Bench(parity);
        parity.mark(NodeType.ALWAYS);
        List<Node> nodes =
                List.of(node("one", "sum", 3), node("parity", "parity"), node("two", "sum"), node("end", "keep"));
        String[] wires = {"one>parity.a", "parity>two.a", "two>end.a"};
        bench.run(nodes, wires);
        bench.run(nodes, wires);
        assertThat(parity.runs).hasValue(2);
        assertThat(bench.sum.runs).hasValue(2);
        assertThat(bench.kept).isEmpty();
    }

    @Test
    void values_without_a_format_are_compared_by_the_work_that_gave_them() {
        TestNode ignoring =
                TestNode.working("ignoring", (inputs, context) -> NodeOutputs.of("value", new Large(1), SIZE));
        Bench bench = new Bench(ignoring, shrink);
        String[] wires = {"one>big.a", "big>small.a", "small>end.a"};
        bench.run(nodes(3), wires);
        bench.run(nodes(3), wires);
        assertThat(bench.kept).isEmpty();
        bench.run(nodes(5), wires);
        assertThat(shrink.runs).hasValue(2);
        assertThat(bench.story()).contains("finished small", "cached end");
    }

    private static List<Node> nodes(long number) {
        return List.of(
                node("one", "sum", number), node("big", "ignoring"), node("small", "shrink"), node("end", "keep"));
    }

    @Test
    void what_is_below_a_forgotten_result_is_found_and_does_not_pull_it() {
        Bench bench = bench(CachePolicy.LRU, SIZE / 2, 0);
        List<Node> nodes = List.of(
                node("large", "large"), node("larger", "enlarge"), node("small", "shrink"), node("end", "keep"));
        String[] wires = {"large>larger.a", "larger>small.a", "small>end.a"};
        bench.run(nodes, wires);
        assertThat(bench.kept).containsExactly(1L + 1 + 1);
        bench.run(nodes, wires);
        assertThat(bench.story()).containsExactly("cached large", "cached larger", "cached small", "cached end");
        assertThat(large.runs).hasValue(1);
    }

    @Test
    void a_forgotten_result_is_worked_out_again_when_something_reads_it() {
        Bench bench = bench(CachePolicy.LRU, SIZE / 2, 0);
        runWith(bench, 1);
        runWith(bench, 2);
        assertThat(bench.kept).containsExactly(1L + 1 + 2);
        assertThat(large.runs).hasValue(2);
        assertThat(enlarge.runs).hasValue(2);
    }

    @Test
    void a_result_that_memory_had_no_room_for_is_not_worked_out_again_where_the_disk_has_room() {
        Bench bench = bench(CachePolicy.LRU, SIZE / 2, 8 * SIZE);
        for (int number = 1; number <= 2; number++) {
            bench.run(
                    List.of(node("large", "large", 40), node("small", "shrink", number), node("end", "keep")),
                    "large>small.a",
                    "small>end.a");
        }
        assertThat(bench.kept).containsExactly(40L + 2);
        assertThat(large.runs).hasValue(1);
        assertThat(bench.story()).contains("cached large", "finished small");
    }

    @Test
    void only_the_policies_tell_whether_a_run_before_the_last_is_remembered() {
        assertThat(runsOfFirstAfterAnother(CachePolicy.LRU)).isEqualTo(1);
        assertThat(runsOfFirstAfterAnother(CachePolicy.CLASSIC)).isEqualTo(2);
        assertThat(runsOfFirstAfterAnother(CachePolicy.NONE)).isEqualTo(2);
    }

    @Test
    void without_a_cache_everything_runs_in_each_run_and_gives_the_same() {
        Bench bench = bench(CachePolicy.NONE, SIZE, SIZE);
        assertThat(runWith(bench, 1)).isEqualTo(Outcome.DONE);
        assertThat(runWith(bench, 1)).isEqualTo(Outcome.DONE);
        assertThat(bench.kept).containsExactly(3L);
        assertThat(large.runs).hasValue(2);
        assertThat(bench.story()).noneMatch(line -> line.startsWith("cached"));
    }

    @Test
    void an_end_is_done_again_only_if_a_file_that_it_saved_is_not_as_it_left_it() throws IOException {
        Path file = folder.resolve("picture.png");
        TestNode save = TestNode.ending("save", (inputs, context) -> {
            try {
                Files.writeString(file, "picture " + inputs.value("a", Long.class));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            context.saved(file);
            return NodeOutputs.NONE;
        });
        Bench bench = new Bench(save);
        List<Node> nodes = List.of(node("one", "sum", 7), node("end", "save"));
        bench.run(nodes, "one>end.a");
        bench.run(nodes, "one>end.a");
        assertThat(save.runs).hasValue(1);
        assertThat(bench.story()).contains("cached end", "saved end " + file);
        Files.writeString(file, "scribbled over");
        bench.run(nodes, "one>end.a");
        assertThat(save.runs).hasValue(2);
        Files.delete(file);
        bench.run(nodes, "one>end.a");
        assertThat(save.runs).hasValue(3);
        assertThat(file).hasContent("picture 7");
    }

    private Outcome runWith(Bench bench, long number) {
        return bench.run(
                List.of(
                        node("large", "large"),
                        node("larger", "enlarge"),
                        node("small", "shrink", number),
                        node("end", "keep")),
                "large>larger.a",
                "larger>small.a",
                "small>end.a");
    }

    private int runsOfFirstAfterAnother(CachePolicy policy) {
        Bench bench = bench(policy, 64 * SIZE, 0);
        int before = large.runs.get();
        List<Node> first = List.of(node("one", "large", 1), node("small", "shrink"), node("end", "keep"));
        bench.run(first, "one>small.a", "small>end.a");
        int runs = large.runs.get() - before;
        bench.run(List.of(node("one", "sum", 2), node("end", "keep")), "one>end.a");
        bench.run(first, "one>small.a", "small>end.a");
        assertThat(runs).isEqualTo(1);
        return large.runs.get() - before;
    }

    private Bench bench(CachePolicy policy, long memory, long disk) {
        ValueFormats formats = new ValueFormats();
        formats.addAll(List.of(new LargeFormat()), "tests");
        CacheSettings settings = new CacheSettings(policy, memory, disk);
        return new Bench(folders -> new ResultCache(settings, formats, folders), folder, large, enlarge, shrink);
    }

    /// A number that takes a megabyte.
    private static final class Large {
        final long number;
        final byte[] weight = new byte[SIZE];

        Large(long number) {
            this.number = number;
        }
    }

    private static final class LargeFormat implements ValueFormat<Large> {
        @Override
        public Class<Large> type() {
            return Large.class;
        }

        @Override
        public long byteSize(Large value) {
            return value.weight.length;
        }

        @Override
        public void write(Large value, ValueOutput out) throws IOException {
            out.whole(value.number);
            out.bytes(value.weight);
        }

        @Override
        public Large read(ValueInput in) throws IOException {
            Large value = new Large(in.whole());
            in.bytes();
            return value;
        }
    }
}
