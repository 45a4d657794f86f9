package dev.weft.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonObject;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import dev.weft.runtime.observation.CurrentWork;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.event.KeyValuePair;

/// What is logged as one JSON object on one line, for programs that collect logs. The form is documented in
/// `docs/observability.md`; keys are only ever added.
final class JsonLine {
    private JsonLine() {}

    /// Called in the thread that logs, as only that knows its execution and node.
    static String of(ILoggingEvent event) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        put(members, "time", Instant.ofEpochMilli(event.getTimeStamp()).toString());
        put(members, "level", event.getLevel().toString());
        put(members, "logger", event.getLoggerName());
        put(members, "thread", event.getThreadName());
        put(members, "message", event.getFormattedMessage());
        CurrentWork.here().ifPresent(work -> put(members, work));
        for (KeyValuePair pair : Optional.ofNullable(event.getKeyValuePairs()).orElse(List.of())) {
            members.put(pair.key, value(pair.value));
        }
        if (event.getThrowableProxy() != null) {
            put(members, "error", ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        return new JsonObject(members) + "\n";
    }

    private static void put(Map<String, JsonValue> members, CurrentWork work) {
        put(members, "execution", work.id());
        work.node().ifPresent(node -> put(members, "node", node));
        work.type().ifPresent(type -> {
            put(members, "type", type.toString());
            put(members, "plugin", type.namespace());
        });
    }

    private static void put(Map<String, JsonValue> members, String key, String text) {
        members.put(key, new JsonString(text));
    }

    private static JsonValue value(Object value) {
        return value instanceof Long number ? JsonNumber.of(number) : new JsonString(String.valueOf(value));
    }
}
