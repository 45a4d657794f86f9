package dev.weft.runtime.queue;

import dev.weft.runtime.queue.Submission.Place;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The runs that are waiting or running, and what may be done with them.
///
/// Any number of threads and processes may use one queue. What a method did is on the disk when it returns. Where one
/// of them is refused, a [QueueException] says why in a sentence.
public final class Queue {
    private final Database database;
    private final Changes changes;
    private final InstantSource clock;

    Queue(Database database, Changes changes, InstantSource clock) {
        this.database = database;
        this.changes = changes;
        this.clock = clock;
    }

    /// Accepts a run: from now on it is not lost.
    public RunId add(Submission submission) {
        return addAll(List.of(submission)).getFirst();
    }

    /// Accepts all of these runs or none, in this order.
    public List<RunId> addAll(List<Submission> submissions) {
        List<RunId> ids = database.write(handle -> {
            Line line = new Line(handle);
            // The first of several that go to the front is to be the very first.
            long front = line.first()
                    - submissions.stream()
                            .filter(submission -> submission.place() instanceof Place.Front)
                            .count();
            List<RunId> accepted = new ArrayList<>();
            for (Submission submission : submissions) {
                accepted.add(
                        switch (submission.place()) {
                            case Place.Front() ->
                                RunRows.insert(handle, submission, line.highestPriority(), front++, clock.instant());
                            case Place.Back(int priority) ->
                                RunRows.insert(handle, submission, priority, line.last() + 1, clock.instant());
                        });
            }
            return accepted;
        });
        changes.tell(ids.size() == 1 ? new QueueChange.OfRun(ids.getFirst()) : new QueueChange.OfRuns());
        return ids;
    }

    /// The runs that workers are at, the longest first.
    public List<QueuedRun> running() {
        return database.read(handle -> RunRows.runs(
                handle, handle.createQuery(RunRows.SELECT + "WHERE state = 'running' ORDER BY began, id")));
    }

    /// The runs that wait, in the order in which they will be taken.
    public List<QueuedRun> waiting() {
        return database.read(handle ->
                RunRows.runs(handle, handle.createQuery(RunRows.SELECT + "WHERE state = 'waiting'" + RunRows.IN_LINE)));
    }

    /// A run of any state.
    public Optional<QueuedRun> find(RunId id) {
        return database.read(handle -> RunRows.find(handle, id));
    }

    /// The text of a run's workflow.
    public String workflow(RunId id) {
        return database.read(handle -> handle.createQuery("SELECT workflow FROM run WHERE id = :id")
                        .bind("id", id.number())
                        .mapTo(String.class)
                        .findOne())
                .orElseThrow(() -> new QueueException("there is no run " + id));
    }

    /// How many programs take runs.
    public int workers() {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM worker")
                .mapTo(Integer.class)
                .one());
    }

    /// Whether workers are to take no further run.
    public boolean paused() {
        return database.read(handle -> handle.createQuery("SELECT paused FROM queue")
                .mapTo(Boolean.class)
                .one());
    }

    /// Lets workers take no further run. What is running goes on.
    public void pause() {
        setPaused(true);
    }

    /// Lets workers take runs again.
    public void resume() {
        setPaused(false);
    }

    /// Cancels a run: at once if it waits, soon if it runs. One that is over stays as it is.
    public Cancelled cancel(RunId id) {
        Cancelled answer = database.write(handle -> Endings.cancel(handle, RunRows.get(handle, id), clock.instant()));
        changes.tell(new QueueChange.OfRun(id));
        return answer;
    }

    /// Cancels every run that waits or runs, and returns those.
    public List<RunId> cancelAll() {
        List<RunId> ids = database.write(handle -> {
            List<QueuedRun> open = RunRows.runs(
                    handle,
                    handle.createQuery(RunRows.SELECT + "WHERE state IN ('waiting', 'running')" + " ORDER BY id"));
            open.forEach(run -> Endings.cancel(handle, run, clock.instant()));
            return open.stream().map(QueuedRun::id).toList();
        });
        changes.tell(new QueueChange.OfRuns());
        return ids;
    }

    /// Puts a run that is over back into the queue, after all of its priority. It keeps its number, and what is known
    /// of its earlier attempts.
    public void retry(RunId id) {
        changeOne(id, (handle, run) -> {
            if (!run.status().over()) {
                throw new QueueException("run " + id + " is " + run.status()
                        + ", so it cannot be tried again; only runs that are over can");
            }
            waitAgain(handle, id, new Line(handle).last() + 1);
        });
    }

    /// Puts every interrupted run back into the queue, before all others of its priority, and returns those.
    public List<RunId> retryInterrupted() {
        List<RunId> ids = database.write(handle -> {
            List<RunId> interrupted = handle.createQuery("SELECT id FROM run WHERE state = 'interrupted' ORDER BY id")
                    .map((row, _) -> new RunId(row.getLong("id")))
                    .list();
            long position = new Line(handle).first() - interrupted.size();
            for (RunId id : interrupted) {
                waitAgain(handle, id, position++);
            }
            return interrupted;
        });
        changes.tell(new QueueChange.OfRuns());
        return ids;
    }

    /// Puts a waiting run before all others, whatever their priority.
    public void front(RunId id) {
        changeOne(id, (handle, run) -> {
            requireWaiting(run, "moved");
            Line line = new Line(handle);
            line.place(id, line.highestPriority(), line.first() - 1);
        });
    }

    /// Puts a waiting run right before another, whose priority it takes.
    public void moveBefore(RunId id, RunId other) {
        move(id, other, 0);
    }

    /// Puts a waiting run right after another, whose priority it takes.
    public void moveAfter(RunId id, RunId other) {
        move(id, other, 1);
    }

    /// Gives a waiting run another priority. It goes behind those that have it already.
    ///
    /// @param priority higher ones go first; 0 is ordinary
    public void prioritise(RunId id, int priority) {
        changeOne(id, (handle, run) -> {
            requireWaiting(run, "given another priority");
            Line line = new Line(handle);
            line.place(id, priority, line.last() + 1);
        });
    }

    /// Takes a waiting run out of the queue as if it had never been accepted.
    public void remove(RunId id) {
        changeOne(id, (handle, run) -> {
            requireWaiting(run, "removed");
            handle.execute("DELETE FROM run WHERE id = ?", id.number());
        });
    }

    /// Tells of changes until the subscription is closed.
    public QueueListener.Subscription listen(QueueListener listener) {
        return changes.listen(listener);
    }

    private void move(RunId id, RunId other, int after) {
        changeOne(id, (handle, run) -> {
            requireWaiting(run, "moved");
            QueuedRun neighbour = RunRows.get(handle, other);
            requireWaiting(neighbour, "a place to move to");
            if (!id.equals(other)) {
                Line line = new Line(handle);
                long position = line.position(other) + after;
                line.makeRoomAt(position);
                line.place(id, neighbour.priority(), position);
            }
        });
    }

    private void setPaused(boolean paused) {
        database.change(handle -> handle.execute("UPDATE queue SET paused = ?", paused));
        changes.tell(new QueueChange.OfPause(paused));
    }

    private void changeOne(RunId id, Change change) {
        database.change(handle -> change.make(handle, RunRows.get(handle, id)));
        changes.tell(new QueueChange.OfRun(id));
    }

    private static void waitAgain(Handle handle, RunId id, long position) {
        handle.execute(
                "UPDATE run SET state = 'waiting', position = ?, cancelling = 0, worker = NULL, began = NULL,"
                        + " ended = NULL WHERE id = ?",
                position,
                id.number());
    }

    private static void requireWaiting(QueuedRun run, String done) {
        if (run.status() != RunStatus.WAITING) {
            throw new QueueException("run " + run.id() + " is " + run.status() + ", so it cannot be " + done
                    + "; only waiting runs can");
        }
    }

    @FunctionalInterface
    private interface Change {
        void make(Handle handle, QueuedRun run);
    }
}
