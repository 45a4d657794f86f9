package dev.weft.models.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionClockTest {
    private static final Path DECODER = Path.of("starter", "vae_decoder", "model.onnx");

    private final BackendSettings settings = BackendSettings.of(BackendChoice.parse("cpu"));
    private final SessionFactory sessions = new SessionFactory(settings);

    private void decode(int times) {
        try (ModelSession session = sessions.open(DECODER);
                ModelInput latent =
                        session.allocate(session.inputs().values().iterator().next(), 1, 4, 4, 4)) {
            for (int i = 0; i < times; i++) {
                session.run(List.of(latent), List.of("sample"), StopSignal.never());
            }
        }
    }

    @Test
    void observers_are_told_of_each_use_in_the_thread_that_made_it() {
        List<ModelUse> uses = new ArrayList<>();
        Thread here = Thread.currentThread();
        SessionClock.Observer observer = use -> {
            assertThat(Thread.currentThread()).isSameAs(here);
            uses.add(use);
        };
        long before = System.nanoTime();
        settings.clock().add(observer);
        decode(2);
        settings.clock().remove(observer);
        decode(1);

        assertThat(uses)
                .extracting(ModelUse::kind)
                .containsExactly(ModelUse.Kind.OPENING, ModelUse.Kind.RUNNING, ModelUse.Kind.RUNNING);
        assertThat(uses).extracting(ModelUse::model).containsOnly(DECODER.toString());
        long last = before;
        for (ModelUse use : uses) {
            assertThat(use.start()).isGreaterThanOrEqualTo(last);
            assertThat(use.end()).isGreaterThan(use.start());
            last = use.end();
        }
        assertThat(last).isLessThanOrEqualTo(System.nanoTime());
    }

    @Test
    void an_attempt_that_fails_counts_too() {
        List<ModelUse> uses = new ArrayList<>();
        settings.clock().add(uses::add);
        assertThatThrownBy(() -> sessions.open(Path.of("starter", "model_index.json")))
                .isInstanceOf(ModelException.class);
        assertThat(uses).extracting(ModelUse::kind).containsExactly(ModelUse.Kind.OPENING);
    }

    @Test
    void two_uses_at_the_same_time_count_once() {
        SessionClock clock = new SessionClock();
        List<ModelUse> uses = new ArrayList<>();
        clock.add(uses::add);
        SessionClock.Timing first = clock.startRunning("a");
        SessionClock.Timing second = clock.startRunning("b");
        first.close();
        second.close();

        long begin = uses.stream().mapToLong(ModelUse::start).min().orElseThrow();
        long end = uses.stream().mapToLong(ModelUse::end).max().orElseThrow();
        assertThat(clock.running()).isEqualTo(Duration.ofNanos(end - begin));
        assertThat(clock.opening()).isZero();
    }

    @Test
    void the_flight_recorder_is_told_of_openings_and_runs(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("weft.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("dev.weft.ModelOpen");
            recording.enable("dev.weft.ModelRun");
            recording.start();
            decode(2);
            recording.stop();
            recording.dump(file);
        }
        decode(1);

        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        assertThat(events)
                .extracting(event -> event.getEventType().getName() + " " + event.getString("model"))
                .containsExactlyInAnyOrder(
                        "dev.weft.ModelOpen " + DECODER,
                        "dev.weft.ModelRun " + DECODER,
                        "dev.weft.ModelRun " + DECODER);
        assertThat(events).allMatch(event -> event.getDuration().isPositive());
        assertThat(events)
                .extracting(event -> event.getThread().getJavaName())
                .containsOnly(Thread.currentThread().getName());
    }
}
