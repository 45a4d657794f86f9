package dev.weft.cli;

import dev.weft.graph.json.JsonArray;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonObject;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import dev.weft.runtime.queue.QueuedRun;
import dev.weft.runtime.queue.RunDetails;
import dev.weft.runtime.queue.RunState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Runs for programs. The form is documented in `docs/command-line.md`; keys are only ever added.
final class RunJson {
    private RunJson() {}

    static JsonObject of(QueuedRun run) {
        return new JsonObject(members(run));
    }

    /// With everything that is remembered of it.
    static JsonObject of(RunDetails details) {
        Map<String, JsonValue> members = members(details.run());
        members.put("set", texts(details.run().settings().assignments()));
        members.put("targets", texts(details.run().settings().targets()));
        members.put(
                "models",
                texts(details.run().settings().models().stream()
                        .map(Path::toString)
                        .toList()));
        members.put("backend", new JsonString(details.run().settings().backend()));
        members.put("max_batch", new JsonString(details.run().settings().maxBatch()));
        members.put(
                "history",
                array(details.attempts().stream().map(RunJson::attempt).toList()));
        members.put("files", array(details.files().stream().map(RunJson::file).toList()));
        members.put(
                "failures",
                array(details.failures().stream().map(RunJson::failure).toList()));
        members.put("nodes", array(details.nodes().stream().map(RunJson::node).toList()));
        return new JsonObject(members);
    }

    private static Map<String, JsonValue> members(QueuedRun run) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("run", number(run.id().number()));
        members.put("state", new JsonString(RunWords.state(run)));
        members.put("title", new JsonString(run.title()));
        text(members, "source", run.source().map(Path::toString));
        members.put("priority", number(run.priority()));
        members.put("attempts", number(run.attempts()));
        members.put("accepted", time(run.accepted()));
        switch (run.state()) {
            case RunState.Waiting() -> {}
            case RunState.Running running -> members.put("began", time(running.began()));
            case RunState.Over over -> {
                over.began().ifPresent(began -> members.put("began", time(began)));
                members.put("ended", time(over.ended()));
                over.duration().ifPresent(duration -> members.put("seconds", seconds(duration)));
            }
        }
        members.put("output", new JsonString(run.settings().output().toString()));
        return members;
    }

    private static JsonValue attempt(RunDetails.Attempt attempt) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("attempt", number(attempt.number()));
        members.put("state", new JsonString(attempt.status().word()));
        members.put("began", time(attempt.began()));
        attempt.ended().ifPresent(ended -> members.put("ended", time(ended)));
        return new JsonObject(members);
    }

    private static JsonValue file(RunDetails.SavedFile file) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("node", new JsonString(file.node()));
        members.put("path", new JsonString(file.file().toString()));
        return new JsonObject(members);
    }

    private static JsonValue failure(RunDetails.RunFailure failure) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        text(members, "node", failure.node());
        text(members, "title", failure.title());
        text(members, "port", failure.port());
        members.put("message", new JsonString(failure.message()));
        return new JsonObject(members);
    }

    private static JsonValue node(RunDetails.NodeRecord node) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("node", new JsonString(node.node()));
        members.put("title", new JsonString(node.title()));
        members.put("fate", new JsonString(node.fate().name().toLowerCase(Locale.ROOT)));
        members.put("seconds", seconds(node.duration()));
        text(members, "remark", node.remark());
        return new JsonObject(members);
    }

    private static void text(Map<String, JsonValue> members, String key, Optional<String> text) {
        text.ifPresent(value -> members.put(key, new JsonString(value)));
    }

    private static JsonValue texts(List<String> texts) {
        return array(
                texts.stream().map(text -> (JsonValue) new JsonString(text)).toList());
    }

    private static JsonValue array(List<JsonValue> values) {
        return new JsonArray(values);
    }

    private static JsonValue number(long number) {
        return new JsonNumber(Long.toString(number));
    }

    private static JsonValue seconds(Duration duration) {
        return new JsonNumber(BigDecimal.valueOf(duration.toNanos(), 9)
                .setScale(3, RoundingMode.HALF_UP)
                .toPlainString());
    }

    private static JsonValue time(Instant instant) {
        return new JsonString(instant.toString());
    }
}
