package dev.weft.runtime.execution;

import static dev.weft.runtime.execution.Bench.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.Node;
import dev.weft.models.backend.SessionClock;
import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.Outcome;
import dev.weft.runtime.observation.CurrentWork;
import dev.weft.runtime.observation.ExecutionWork;
import dev.weft.runtime.observation.NodeWork;
import dev.weft.runtime.observation.WorkObserver;
import dev.weft.runtime.profile.ExecutionTimes;
import dev.weft.runtime.profile.Fate;
import dev.weft.runtime.profile.Profiler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ObservationTest {
    private static final TestNode BROKEN = TestNode.working("broken", (inputs, context) -> {
        throw new NodeException("no");
    });

    private static final class Noted implements WorkObserver {
        private final List<ExecutionEvent> events = new ArrayList<>();
        private final Queue<NodeWork> nodes = new ConcurrentLinkedQueue<>();
        private final List<ExecutionWork> executions = new ArrayList<>();

        @Override
        public void happened(String execution, ExecutionEvent event) {
            events.add(event);
        }

        @Override
        public void ran(NodeWork work) {
            nodes.add(work);
        }

        @Override
        public void executed(ExecutionWork work) {
            executions.add(work);
        }
    }

    @Test
    void a_node_knows_of_which_execution_it_is_and_nobody_does_afterwards() {
        Queue<CurrentWork> seen = new ConcurrentLinkedQueue<>();
        TestNode curious = TestNode.ending("curious", (inputs, context) -> {
            seen.add(CurrentWork.here().orElseThrow());
            return NodeOutputs.NONE;
        });
        Bench bench = new Bench(curious);
        bench.run(List.of(node("one", "curious", 1), node("two", "curious", 2)));

        assertThat(seen).extracting(work -> work.node().orElseThrow()).containsExactlyInAnyOrder("one", "two");
        assertThat(seen)
                .extracting(work -> work.type().orElseThrow().toString())
                .containsOnly("test:curious");
        assertThat(seen).extracting(CurrentWork::id).allMatch(id -> id.matches("[0-9a-f]{16}"));
        assertThat(seen.stream().map(CurrentWork::id).distinct()).hasSize(1);
        assertThat(CurrentWork.here()).isEmpty();
    }

    @Test
    void observers_are_told_of_events_nodes_and_the_whole() {
        Noted noted = new Noted();
        Bench bench = new Bench(BROKEN);
        bench.observation.add(noted);
        bench.run(
                List.of(node("one", "sum"), node("end", "keep"), node("bad", "broken"), node("lost", "keep")),
                "one>end.a",
                "bad>lost.a");

        assertThat(noted.events).containsExactlyElementsOf(bench.events);
        assertThat(noted.nodes)
                .extracting(work -> work.node() + (work.failed() ? " failed" : ""))
                .containsExactlyInAnyOrder("one", "end", "bad failed");
        ExecutionWork whole = noted.executions.getFirst();
        assertThat(whole.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(whole.thread()).isSameAs(Thread.currentThread());
        assertThat(noted.nodes)
                .allMatch(work -> work.execution().equals(whole.execution())
                        && whole.start() <= work.start()
                        && work.start() <= work.end()
                        && work.end() <= whole.end());
    }

    @Test
    void who_looks_away_is_told_nothing_more() {
        Noted noted = new Noted();
        Bench bench = new Bench();
        bench.observation.add(noted);
        bench.observation.remove(noted);
        bench.run(List.of(node("one", "sum"), node("end", "keep")), "one>end.a");

        assertThat(noted.events).isEmpty();
        assertThat(noted.nodes).isEmpty();
        assertThat(noted.executions).isEmpty();
    }

    @Test
    void a_profile_holds_each_execution_with_what_became_of_its_nodes() {
        Bench bench = new Bench(BROKEN);
        Profiler profiler = Profiler.start(bench.observation, new SessionClock());
        List<Node> nodes =
                List.of(node("one", "sum"), node("end", "keep"), node("bad", "broken"), node("lost", "keep"));
        bench.run(nodes, "one>end.a", "bad>lost.a");
        bench.run(nodes, "one>end.a", "bad>lost.a");
        List<ExecutionTimes> times = profiler.stop().times();

        assertThat(times).hasSize(2);
        assertThat(times.getFirst().nodes())
                .extracting(node -> node.node() + " " + node.fate())
                .containsExactlyInAnyOrder("one RAN", "end RAN", "bad FAILED", "lost SKIPPED");
        assertThat(times.getLast().nodes())
                .filteredOn(node -> node.node().equals("one"))
                .extracting(node -> node.fate())
                .containsExactly(Fate.CACHED);
        assertThat(times.getFirst().nodes())
                .filteredOn(node -> node.fate() == Fate.RAN)
                .allMatch(node -> node.running().isPositive());
    }

    @Test
    void the_flight_recorder_is_told_of_executions_and_nodes(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("weft.jfr");
        Bench bench = new Bench(BROKEN);
        try (Recording recording = new Recording()) {
            recording.enable("dev.weft.Execution");
            recording.enable("dev.weft.Node");
            recording.start();
            bench.run(
                    List.of(node("one", "sum"), node("end", "keep"), node("bad", "broken"), node("lost", "keep")),
                    "one>end.a",
                    "bad>lost.a");
            recording.stop();
            recording.dump(file);
        }

        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        List<RecordedEvent> executions = named(events, "dev.weft.Execution");
        assertThat(executions).hasSize(1);
        assertThat(executions.getFirst().getString("outcome")).isEqualTo("failed");
        assertThat(executions.getFirst().getInt("nodes")).isEqualTo(4);
        String id = executions.getFirst().getString("execution");
        assertThat(named(events, "dev.weft.Node"))
                .allMatch(event -> event.getString("execution").equals(id)
                        && event.getString("plugin").equals("test"))
                .extracting(event ->
                        event.getString("node") + " " + event.getString("type") + " " + event.getBoolean("failed"))
                .containsExactlyInAnyOrder("one test:sum false", "end test:keep false", "bad test:broken true");
    }

    private static List<RecordedEvent> named(List<RecordedEvent> events, String name) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .toList();
    }
}
