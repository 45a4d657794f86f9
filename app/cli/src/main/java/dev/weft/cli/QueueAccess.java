package dev.weft.cli;

import dev.weft.runtime.queue.QueueException;
import dev.weft.runtime.queue.QueueStore;
import dev.weft.runtime.queue.QueuedRun;
import java.util.List;
import java.util.stream.Collectors;

/// Opens the user's queue.
final class QueueAccess {
    private final Session session;

    QueueAccess(Session session) {
        this.session = session;
    }

    /// Opens it, and tells of runs whose workers have ended before them.
    ///
    /// @throws QueueException if it cannot be used
    QueueStore open() {
        return open(false);
    }

    /// Opens it as [#open()] does.
    ///
    /// @param verbose whether technical reasons are told too
    QueueStore open(boolean verbose) {
        session.log(verbose);
        QueueStore store = QueueStore.open(
                session.installation().data(), session.installation().libraries());
        tellInterrupted(store.interrupted());
        return store;
    }

    private void tellInterrupted(List<QueuedRun> runs) {
        if (runs.isEmpty()) {
            return;
        }
        String ids = runs.stream().map(run -> run.id().toString()).collect(Collectors.joining(" "));
        session.complain((runs.size() == 1
                        ? "run " + ids + " (" + runs.getFirst().title() + ") was interrupted, as its worker has"
                        : "runs " + ids.replace(" ", ", ") + " were interrupted, as their workers have")
                + " ended; 'weft queue retry " + ids + "' puts " + (runs.size() == 1 ? "it" : "them")
                + " back into the queue");
    }
}
