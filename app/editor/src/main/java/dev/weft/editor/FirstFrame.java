package dev.weft.editor;

import java.time.Duration;
import java.time.Instant;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs how long it took from the start of the process until the first frame was drawn.
final class FirstFrame {
    private static final Logger LOG = LoggerFactory.getLogger(FirstFrame.class);

    private FirstFrame() {}

    static void log(Scene scene) {
        Runnable[] listener = new Runnable[1];
        listener[0] = () -> {
            scene.removePostLayoutPulseListener(listener[0]);
            // What was laid out in this pulse has been drawn when the next thing runs.
            Platform.runLater(() -> ProcessHandle.current()
                    .info()
                    .startInstant()
                    .ifPresent(start -> LOG.info(
                            "first frame after {} ms",
                            Duration.between(start, Instant.now()).toMillis())));
        };
        scene.addPostLayoutPulseListener(listener[0]);
    }
}
