package dev.weft.models.backend;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jdk.jfr.Event;

/// Counts the time during which at least one model is being run, and apart from it the time during which
/// sessions are opened. Tells of each run and each opening to those who want to know, and to Java's flight
/// recorder.
///
/// Both counts are unions over threads: two models that run side by side for a second count as one second, so
/// that the time of a process less [#running()] is what it spent outside ONNX Runtime's calls.
public final class SessionClock {
    private final Span running = new Span();
    private final Span opening = new Span();
    private final List<Observer> observers = new CopyOnWriteArrayList<>();

    /// Is told when a model has been run or opened, or the attempt has failed.
    @FunctionalInterface
    public interface Observer {
        /// Called in the thread that used the model, so it must be quick.
        void used(ModelUse use);
    }

    /// One use of a model that goes on until it is closed, in the same thread.
    interface Timing extends AutoCloseable {
        @Override
        void close();
    }

    /// How long models have been running so far.
    public Duration running() {
        return running.total();
    }

    /// How long sessions have been opened so far: reading, optimising and preparing model files.
    public Duration opening() {
        return opening.total();
    }

    /// Tells `observer` of each use of a model from now on.
    public void add(Observer observer) {
        observers.add(observer);
    }

    /// Tells it no more.
    public void remove(Observer observer) {
        observers.remove(observer);
    }

    Timing startRunning(String model) {
        return start(ModelUse.Kind.RUNNING, model, running, new ModelRunEvent(model));
    }

    Timing startOpening(String model) {
        return start(ModelUse.Kind.OPENING, model, opening, new ModelOpenEvent(model));
    }

    private Timing start(ModelUse.Kind kind, String model, Span span, Event event) {
        event.begin();
        long start = System.nanoTime();
        span.enter(start);
        return () -> {
            long end = System.nanoTime();
            span.leave(end);
            event.commit();
            for (Observer observer : observers) {
                observer.used(new ModelUse(kind, model, start, end));
            }
        };
    }

    private static final class Span {
        private int active;
        private long startedAt;
        private long nanoseconds;

        synchronized void enter(long now) {
            if (active++ == 0) {
                startedAt = now;
            }
        }

        synchronized void leave(long now) {
            if (--active == 0) {
                nanoseconds += now - startedAt;
            }
        }

        synchronized Duration total() {
            long now = active == 0 ? 0 : System.nanoTime() - startedAt;
            return Duration.ofNanos(nanoseconds + now);
        }
    }
}
