package dev.weft.runtime.queue;

import org.jdbi.v3.core.Handle;

/// The order of the waiting runs, within one transaction: by priority, the highest first, and then by position.
final class Line {
    private final Handle handle;

    Line(Handle handle) {
        this.handle = handle;
    }

    /// The lowest position that is taken.
    long first() {
        return number("SELECT coalesce(min(position), 0) FROM run WHERE state = 'waiting'");
    }

    /// The highest position that is taken.
    long last() {
        return number("SELECT coalesce(max(position), 0) FROM run WHERE state = 'waiting'");
    }

    /// The priority that leads the line; at least the ordinary one.
    int highestPriority() {
        return (int) number("SELECT max(0, coalesce(max(priority), 0)) FROM run WHERE state = 'waiting'");
    }

    long position(RunId id) {
        return number("SELECT position FROM run WHERE id = " + id.number());
    }

    /// Moves everything that stands at the position or behind it back by one.
    void makeRoomAt(long position) {
        handle.execute("UPDATE run SET position = position + 1 WHERE state = 'waiting' AND position >= ?", position);
    }

    void place(RunId id, int priority, long position) {
        handle.execute("UPDATE run SET priority = ?, position = ? WHERE id = ?", priority, position, id.number());
    }

    private long number(String query) {
        return handle.createQuery(query).mapTo(Long.class).one();
    }
}
