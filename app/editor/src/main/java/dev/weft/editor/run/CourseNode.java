package dev.weft.editor.run;

import dev.weft.editor.run.NodeRun.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One node of a run that is going on, as far as it has come.
final class CourseNode {
    final String id;
    final String title;
    final String type;
    State state = State.WAITING;
    int step;
    int steps;
    Optional<Duration> took = Optional.empty();
    List<Preview> previews = new ArrayList<>();
    String message = "";
    Optional<String> port = Optional.empty();

    /// Nodes that it has turned into, and how many of them are over.
    int added;

    int addedOver;

    private final Optional<Duration> usual;
    private long startedAt;
    private long steppedAt;
    private int firstStep;

    /// @param usual how long it took before
    CourseNode(String id, String title, String type, Optional<Duration> usual) {
        this.id = id;
        this.title = title;
        this.type = type;
        this.usual = usual;
    }

    void start(long now) {
        if (state != State.RUNNING) {
            state = State.RUNNING;
            startedAt = now;
        }
    }

    void progress(int done, int all, long now) {
        if (steps == 0 || done < step) {
            firstStep = done;
            steppedAt = now;
        }
        step = done;
        steps = all;
    }

    /// How long it will still work; nothing where that cannot be told.
    Optional<Duration> left(long now) {
        return switch (state) {
            case WAITING -> usual;
            case RUNNING -> {
                if (steps > 0 && step > firstStep) {
                    double pace = (now - steppedAt) / (double) (step - firstStep);
                    yield Optional.of(Duration.ofNanos((long) (pace * (steps - step))));
                }
                yield usual.map(whole -> {
                    Duration rest = whole.minusNanos(now - startedAt);
                    return rest.isNegative() ? Duration.ZERO : rest;
                });
            }
            default -> Optional.of(Duration.ZERO);
        };
    }

    boolean over() {
        return state != State.WAITING && state != State.RUNNING;
    }

    void dropUnfinished() {
        previews.removeIf(Preview.OfPixels.class::isInstance);
    }

    NodeRun seen(long now) {
        return new NodeRun(
                state,
                step,
                steps,
                took,
                state == State.RUNNING ? left(now).filter(_ -> steps > 0) : Optional.empty(),
                previews,
                message,
                port);
    }
}
