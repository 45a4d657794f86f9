package dev.weft.runtime.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds a trace against the Trace Event Format (Google, "Trace Event Format", sections "JSON Object Format",
/// "Metadata Events", "Complete Events" and "Flow Events").
class TraceTest {
    private final List<JsonNode> events = events();

    private static List<JsonNode> events() {
        StringWriter text = new StringWriter();
        try {
            Measured.profile().writeTrace(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        List<JsonNode> events = new ArrayList<>();
        JsonMapper.shared().readTree(text.toString()).get("traceEvents").forEach(events::add);
        return events;
    }

    private List<JsonNode> events(String phase) {
        return events.stream()
                .filter(event -> event.get("ph").stringValue().equals(phase))
                .toList();
    }

    private static double end(JsonNode slice) {
        return slice.get("ts").doubleValue() + slice.get("dur").doubleValue();
    }

    @Test
    void every_event_has_the_members_that_its_phase_asks_for() {
        for (JsonNode event : events) {
            assertThat(event.get("name").isString()).isTrue();
            assertThat(event.get("pid").isIntegralNumber()).isTrue();
            assertThat(event.get("tid").isIntegralNumber()).isTrue();
            switch (event.get("ph").stringValue()) {
                case "M" -> assertThat(event.get("args").get("name").isString()).isTrue();
                case "X" -> {
                    assertThat(event.get("ts").doubleValue()).isNotNegative();
                    assertThat(event.get("dur").doubleValue()).isNotNegative();
                    assertThat(event.get("cat").isString()).isTrue();
                    assertThat(event.get("args").isObject()).isTrue();
                }
                case "s", "f" -> {
                    assertThat(event.get("ts").doubleValue()).isNotNegative();
                    assertThat(event.get("id").isIntegralNumber()).isTrue();
                    assertThat(event.get("cat").isString()).isTrue();
                }
                default -> throw new AssertionError("a phase that we do not write: " + event);
            }
        }
    }

    @Test
    void every_track_is_named_after_its_thread() {
        Map<Long, String> names = new HashMap<>();
        for (JsonNode event : events("M")) {
            if (event.get("name").stringValue().equals("thread_name")) {
                names.put(
                        event.get("tid").longValue(),
                        event.get("args").get("name").stringValue());
            }
        }
        assertThat(names)
                .containsEntry(Measured.MAIN.threadId(), "main of the test")
                .containsEntry(Measured.WORKER.threadId(), "worker")
                .hasSize(3);
        for (JsonNode slice : events("X")) {
            assertThat(names).containsKey(slice.get("tid").longValue());
        }
    }

    @Test
    void slices_of_a_track_lie_within_each_other_or_apart() {
        Map<Long, List<JsonNode>> tracks = new HashMap<>();
        for (JsonNode slice : events("X")) {
            tracks.computeIfAbsent(slice.get("tid").longValue(), _ -> new ArrayList<>())
                    .add(slice);
        }
        for (List<JsonNode> track : tracks.values()) {
            track.sort(Comparator.comparingDouble(
                            (JsonNode slice) -> slice.get("ts").doubleValue())
                    .thenComparingDouble(slice -> -slice.get("dur").doubleValue()));
            Deque<JsonNode> open = new ArrayDeque<>();
            for (JsonNode slice : track) {
                while (!open.isEmpty() && end(open.peek()) <= slice.get("ts").doubleValue()) {
                    open.pop();
                }
                if (!open.isEmpty()) {
                    assertThat(end(slice)).isLessThanOrEqualTo(end(open.peek()));
                }
                open.push(slice);
            }
        }
    }

    @Test
    void times_are_microseconds_since_the_measurement_began() {
        JsonNode execution = events("X").getFirst();
        assertThat(execution.get("cat").stringValue()).isEqualTo("execution");
        assertThat(execution.get("ts").doubleValue()).isEqualTo(10_000);
        assertThat(execution.get("dur").doubleValue()).isEqualTo(1_000_000);
        assertThat(events("X"))
                .extracting(slice -> slice.get("name").stringValue())
                .containsExactlyInAnyOrder(
                        "execution",
                        "The load",
                        "The encode",
                        "The draw",
                        "The save",
                        "opening text_encoder/model.onnx",
                        "running text_encoder/model.onnx",
                        "opening unet/model.onnx",
                        "running unet/model.onnx",
                        "running unet/model.onnx",
                        "opening vae/model.onnx");
    }

    @Test
    void arrows_lead_from_a_slice_to_the_beginning_of_a_later_one_and_have_ids_of_their_own() {
        List<JsonNode> tails = events("s");
        List<JsonNode> heads = events("f");
        assertThat(tails).hasSize(3);
        assertThat(heads).hasSize(3);
        Set<Long> ids = new HashSet<>();
        for (int i = 0; i < tails.size(); i++) {
            JsonNode tail = tails.get(i);
            JsonNode head = heads.get(i);
            assertThat(ids.add(tail.get("id").longValue())).isTrue();
            assertThat(head.get("id")).isEqualTo(tail.get("id"));
            assertThat(head.get("name")).isEqualTo(tail.get("name"));
            assertThat(head.get("cat")).isEqualTo(tail.get("cat"));
            assertThat(head.get("bp").stringValue()).isEqualTo("e");
            assertThat(head.get("ts").doubleValue())
                    .isGreaterThan(tail.get("ts").doubleValue());
            assertThat(enclosing(tail)).isNotEmpty();
            assertThat(enclosing(head))
                    .anyMatch(slice ->
                            slice.get("ts").doubleValue() == head.get("ts").doubleValue());
        }
    }

    private List<JsonNode> enclosing(JsonNode point) {
        double time = point.get("ts").doubleValue();
        return events("X").stream()
                .filter(slice -> slice.get("tid").equals(point.get("tid"))
                        && slice.get("cat").stringValue().equals("node")
                        && slice.get("ts").doubleValue() <= time
                        && time < end(slice))
                .toList();
    }
}
