package dev.weft.runtime.queue;

import java.nio.file.Path;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Sentences for what goes wrong with the database.
final class DatabaseFailure {
    private DatabaseFailure() {}

    /// What is wrong and what to do, with the technical reason as its cause.
    static QueueException sentence(Path file, Throwable failure) {
        return new QueueException("the queue " + file + " " + complaint(code(failure), failure), failure);
    }

    private static String complaint(SQLiteErrorCode code, Throwable failure) {
        return switch (primary(code)) {
            case SQLITE_BUSY, SQLITE_LOCKED -> "is held by another program; end that program, or try again";
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                "is damaged; move the file away, and Weft makes a new one, or put back a copy of it";
            case SQLITE_FULL -> "cannot be written, as the disk is full; make room and try again";
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH ->
                "cannot be opened for writing; change the permissions of the file and its folder, or name another"
                        + " folder with WEFT_DATA";
            case SQLITE_IOERR ->
                "cannot be read or written, as the disk refuses it; look whether it works and has room";
            default -> "cannot be used (" + firstLine(failure) + ")";
        };
    }

    /// Extended codes carry the primary one in their lowest byte.
    private static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return SQLiteErrorCode.getErrorCode(code.code & 0xff);
    }

    private static SQLiteErrorCode code(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return sqlite.getResultCode();
            }
        }
        return SQLiteErrorCode.UNKNOWN_ERROR;
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
