package dev.weft.cli;

import static dev.weft.cli.CommandLineRun.WORKFLOW;
import static dev.weft.cli.CommandLineRun.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads the events back with another JSON library than the one that wrote them.
final class JsonEventsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void every_line_is_an_object_that_names_its_event_and_file() {
        String file = file(folder, "a.weft.json", WORKFLOW);
        CommandLineRun run = run(file, "--set", "slow.steps=2", "--set", "say.text=\"quoted\"\nline");
        assertThat(run.code()).isZero();
        List<Map<String, Object>> events = events(run);
        assertThat(events).allSatisfy(event -> assertThat(event).containsEntry("file", file));
        assertThat(events)
                .extracting(event -> event.get("event"))
                .containsExactly(
                        "execution_started",
                        "node_started",
                        "node_finished",
                        "node_started",
                        "node_progress",
                        "node_progress",
                        "node_finished",
                        "node_started",
                        "file_saved",
                        "node_finished",
                        "execution_finished");
        assertThat(events.getFirst()).containsEntry("nodes", 3);
        assertThat(events.get(1)).containsEntry("node", "say").containsEntry("title", "The words");
        assertThat(events.get(4)).containsEntry("step", 1).containsEntry("steps", 2);
        assertThat(events.get(8))
                .containsEntry("path", folder.resolve("output/result.txt").toString());
        assertThat(events.getLast()).containsEntry("outcome", "done").containsKey("seconds");
    }

    @Test
    void failures_and_what_they_skip_are_events_and_sentences() {
        CommandLineRun run = run(file(folder, "a.weft.json", WORKFLOW.replace("probe:slow", "probe:fail")));
        assertThat(run.code()).isEqualTo(4);
        List<Map<String, Object>> events = events(run);
        assertThat(events)
                .anySatisfy(event -> assertThat(event)
                        .containsEntry("event", "node_failed")
                        .containsEntry("node", "slow")
                        .containsEntry("port", "in")
                        .containsEntry("message", "the input does not please; try another"));
        assertThat(events)
                .anySatisfy(event -> assertThat(event)
                        .containsEntry("event", "node_skipped")
                        .containsEntry("node", "save")
                        .containsEntry("because", "slow"));
        assertThat(events.getLast()).containsEntry("outcome", "failed");
        assertThat(run.err()).contains("the input does not please");
    }

    @Test
    void a_file_that_cannot_run_is_a_problem_event() {
        CommandLineRun run = run(file(folder, "a.weft.json", "{"));
        assertThat(run.code()).isEqualTo(3);
        assertThat(events(run))
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .containsEntry("event", "problem")
                        .hasEntrySatisfying(
                                "message",
                                message -> assertThat(message.toString()).contains("line 1")));
    }

    private CommandLineRun run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("run", "--events", "json", "--output"));
        all.add(folder.resolve("output").toString());
        all.addAll(List.of(arguments));
        return CommandLineRun.of(all.toArray(String[]::new));
    }

    private static List<Map<String, Object>> events(CommandLineRun run) {
        JsonMapper mapper = JsonMapper.builder().build();
        List<Map<String, Object>> events = new ArrayList<>();
        for (String line : run.outLines()) {
            events.add(mapper.readValue(line, new TypeReference<Map<String, Object>>() {}));
        }
        return events;
    }
}
