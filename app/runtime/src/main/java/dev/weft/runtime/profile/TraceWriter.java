package dev.weft.runtime.profile;

import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonObject;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes the JSON object form of the Trace Event Format, which Google's Catapult project describes and
/// Perfetto reads: an array of events, of which we use `M` (names), `X` (slices), `s` and `f` (the two ends of
/// an arrow). Times are in microseconds since the measurement began. Closing ends the file, not the writer
/// below.
final class TraceWriter implements AutoCloseable {
    private static final int NANOSECOND_DIGITS = 3;

    private final Writer out;
    private final long began;
    private final long process = ProcessHandle.current().pid();
    private boolean any;
    private long arrows;

    TraceWriter(Writer out, long began) throws IOException {
        this.out = out;
        this.began = began;
        out.write("{\"displayTimeUnit\": \"ms\", \"traceEvents\": [\n");
        event("M", "process_name", 0, Map.of("args", named("weft")));
    }

    /// Names the track of a thread.
    void track(Thread thread) throws IOException {
        String name = thread.getName();
        event(
                "M",
                "thread_name",
                thread.threadId(),
                Map.of("args", named(name.isEmpty() ? "thread " + thread.threadId() : name)));
    }

    /// Something that took time.
    ///
    /// @param start as [System#nanoTime()] counts
    void slice(String name, String category, Thread thread, long start, long end, Map<String, String> details)
            throws IOException {
        Map<String, JsonValue> arguments = new LinkedHashMap<>();
        details.forEach((key, value) -> arguments.put(key, new JsonString(value)));
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("cat", new JsonString(category));
        members.put("ts", microseconds(start - began));
        members.put("dur", microseconds(end - start));
        members.put("args", new JsonObject(arguments));
        event("X", name, thread.threadId(), members);
    }

    /// An arrow from the slice of a thread at one time to the slice of a thread that begins at another.
    void arrow(String name, Thread from, long leaves, Thread to, long arrives) throws IOException {
        JsonValue id = JsonNumber.of(++arrows);
        Map<String, JsonValue> tail = new LinkedHashMap<>();
        tail.put("cat", new JsonString("link"));
        tail.put("id", id);
        tail.put("ts", microseconds(leaves - began));
        event("s", name, from.threadId(), tail);
        Map<String, JsonValue> head = new LinkedHashMap<>(tail);
        head.put("ts", microseconds(arrives - began));
        head.put("bp", new JsonString("e"));
        event("f", name, to.threadId(), head);
    }

    @Override
    public void close() throws IOException {
        out.write("\n]}\n");
        out.flush();
    }

    private void event(String phase, String name, long thread, Map<String, ? extends JsonValue> more)
            throws IOException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("ph", new JsonString(phase));
        members.put("name", new JsonString(name));
        members.put("pid", JsonNumber.of(process));
        members.put("tid", JsonNumber.of(thread));
        members.putAll(more);
        out.write(any ? ",\n" : "");
        out.write(new JsonObject(members).toString());
        any = true;
    }

    private static JsonObject named(String name) {
        return new JsonObject(Map.of("name", new JsonString(name)));
    }

    private static JsonNumber microseconds(long nanoseconds) {
        return new JsonNumber(BigDecimal.valueOf(nanoseconds, NANOSECOND_DIGITS).toPlainString());
    }
}
