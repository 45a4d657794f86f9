package dev.weft.cli;

import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.nodes.api.ExecutionEvent.ExecutionFinished;
import dev.weft.nodes.api.ExecutionEvent.FileSaved;
import dev.weft.nodes.api.ExecutionEvent.NodeFailed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Collects from the event stream what is told when a run is over.
final class RunReport implements Consumer<ExecutionEvent> {
    private final List<Path> saved = new ArrayList<>();
    private final List<NodeFailed> failures = new ArrayList<>();
    private Duration duration = Duration.ZERO;

    @Override
    public void accept(ExecutionEvent event) {
        switch (event) {
            case FileSaved file -> saved.add(file.file());
            case NodeFailed failure -> failures.add(failure);
            case ExecutionFinished finished -> duration = finished.duration();
            default -> {}
        }
    }

    List<Path> saved() {
        return saved;
    }

    List<NodeFailed> failures() {
        return failures;
    }

    Duration duration() {
        return duration;
    }
}
