package dev.weft.editor.problems;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.text.Texts;
import dev.weft.nodes.api.ExecutionEvent;
import dev.weft.runtime.WeftRuntime;
import dev.weft.runtime.observation.ExecutionWork;
import dev.weft.runtime.observation.NodeWork;
import dev.weft.runtime.observation.WorkObserver;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What runs did, one line each, the newest last.
@Singleton
final class RunLog implements WorkObserver {
    private static final Texts TEXTS = Texts.of(RunLog.class);
    private static final int MOST = 2000;

    private final ObservableList<String> lines = FXCollections.observableArrayList();
    private final Deque<String> arrived = new ArrayDeque<>();

    @Inject
    RunLog(WeftRuntime runtime) {
        runtime.observation().add(this);
    }

    ObservableList<String> lines() {
        return lines;
    }

    @Override
    public void happened(String execution, ExecutionEvent event) {
        words(event).ifPresent(this::write);
    }

    @Override
    public void ran(NodeWork work) {}

    @Override
    public void executed(ExecutionWork work) {}

    private void write(String words) {
        synchronized (arrived) {
            boolean first = arrived.isEmpty();
            arrived.addLast(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + "  " + words);
            if (first) {
                Platform.runLater(this::show);
            }
        }
    }

    private void show() {
        List<String> fresh;
        synchronized (arrived) {
            fresh = new ArrayList<>(arrived);
            arrived.clear();
        }
        lines.addAll(fresh);
        if (lines.size() > MOST) {
            lines.remove(0, lines.size() - MOST);
        }
    }

    private static Optional<String> words(ExecutionEvent event) {
        return switch (event) {
            case ExecutionEvent.ExecutionStarted started -> Optional.of(TEXTS.get("log_started", started.nodes()));
            case ExecutionEvent.NodeCached cached -> Optional.of(TEXTS.get("log_cached", cached.node()));
            case ExecutionEvent.NodeFinished done ->
                Optional.of(TEXTS.get("log_finished", done.node(), seconds(done.duration())));
            case ExecutionEvent.NodeFailed failed ->
                Optional.of(TEXTS.get("log_failed", failed.node(), failed.message()));
            case ExecutionEvent.NodeSkipped skipped ->
                Optional.of(TEXTS.get("log_skipped", skipped.node(), skipped.because()));
            case ExecutionEvent.NodeBlocked blocked -> Optional.of(TEXTS.get("log_blocked", blocked.node()));
            case ExecutionEvent.FileSaved saved ->
                Optional.of(TEXTS.get("log_saved", saved.node(), saved.file().toString()));
            case ExecutionEvent.ExecutionFinished finished ->
                Optional.of(TEXTS.get(
                        switch (finished.outcome()) {
                            case DONE -> "log_done";
                            case FAILED -> "log_broken";
                            case CANCELLED -> "log_cancelled";
                        },
                        seconds(finished.duration())));
            default -> Optional.empty();
        };
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.getDefault(), "%.1f", duration.toNanos() / 1e9);
    }
}
