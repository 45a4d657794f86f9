package dev.weft.runtime.execution;

import dev.weft.nodes.api.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/// The cancellation of one execution, and the switch that asks for it. Any thread may use it.
public final class CancellationToken implements Cancellation {
    private final Object lock = new Object();
    private final List<Registration> registrations = new ArrayList<>();
    private volatile boolean requested;

    /// Asks the execution to stop, which it does soon, not at once. Asking again changes nothing.
    ///
    /// @throws RuntimeException the first exception that an action threw, after all actions were run
    public void request() {
        List<Registration> actions;
        synchronized (lock) {
            if (requested) {
                return;
            }
            requested = true;
            actions = List.copyOf(registrations);
            registrations.clear();
        }
        RuntimeException failure = null;
        for (Registration registration : actions) {
            try {
                registration.action.run();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public boolean requested() {
        return requested;
    }

    @Override
    public void throwIfRequested() {
        if (requested) {
            throw new CancellationException("the execution was cancelled");
        }
    }

    @Override
    public Handle onRequest(Runnable action) {
        Registration registration = new Registration(action);
        synchronized (lock) {
            if (!requested) {
                registrations.add(registration);
                return () -> remove(registration);
            }
        }
        action.run();
        return () -> {};
    }

    private void remove(Registration registration) {
        synchronized (lock) {
            registrations.remove(registration);
        }
    }

    /// Told apart by identity, so that the same action can be registered twice.
    private static final class Registration {
        private final Runnable action;

        Registration(Runnable action) {
            this.action = action;
        }
    }
}
