package dev.weft.runtime.queue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Brings a database of any age to the newest form, with one script for each step.
///
/// SQLite keeps a number for its user in the file's head, which counts the scripts that were run. It changes in the
/// same
/// transaction as the tables, so a database is never between two forms.
final class Migrations {
    /// In order. A script that was released is never changed; a new one is added.
    private static final List<String> SCRIPTS = List.of("001-queue-and-history.sql");

    private Migrations() {}

    /// Whether there is nothing to do.
    static boolean upToDate(Handle handle) {
        return seen(handle) == SCRIPTS.size();
    }

    /// Runs the scripts that the database has not seen, within the transaction of `handle`.
    ///
    /// @param file for the sentence if the database is newer than this program
    static void bringUpToDate(Handle handle, Path file) {
        int seen = seen(handle);
        if (seen > SCRIPTS.size()) {
            throw new QueueException("the queue " + file + " was written by a newer Weft (form " + seen
                    + "; this one knows forms up to " + SCRIPTS.size() + "); use that one, or name another folder with"
                    + " WEFT_DATA");
        }
        for (String script : SCRIPTS.subList(seen, SCRIPTS.size())) {
            handle.createScript(text(script)).execute();
        }
        handle.execute("PRAGMA user_version = " + SCRIPTS.size());
    }

    private static int seen(Handle handle) {
        return handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one();
    }

    private static String text(String script) {
        try (InputStream resource = Migrations.class.getResourceAsStream(script)) {
            if (resource == null) {
                throw new IllegalStateException("the program lacks its resource " + script);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
