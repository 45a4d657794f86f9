package dev.weft.runtime.queue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/// Keeps SQLite's native library in a folder.
///
/// By itself the driver copies it out of its jar at every start, into the folder for temporary files, where it stays
/// for ever if the process is killed.
final class SqliteLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteLibrary.class);
    private static final String FOLDER_PROPERTY = "org.sqlite.lib.path";
    private static final String NAME_PROPERTY = "org.sqlite.lib.name";

    private SqliteLibrary() {}

    /// Unpacks the library into the folder if it is not there, and tells the driver of it. Where that does not work,
    /// the driver finds its own way.
    ///
    /// @param folder keeps native libraries; made if need be
    static synchronized void keepIn(Path folder) {
        if (System.getProperty(FOLDER_PROPERTY) != null) {
            return;
        }
        String name = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        Path kept = folder.resolve("sqlite-" + SQLiteJDBCLoader.getVersion());
        try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (library == null) {
                LOG.debug("The driver has no library at {}.", resource);
                return;
            }
            Files.createDirectories(kept);
            unpack(library, kept.resolve(name));
            System.setProperty(FOLDER_PROPERTY, kept.toAbsolutePath().toString());
            System.setProperty(NAME_PROPERTY, name);
        } catch (IOException e) {
            LOG.debug("SQLite's library cannot be kept in {}, so the driver unpacks it itself.", folder, e);
        }
    }

    private static void unpack(InputStream library, Path target) throws IOException {
        if (Files.exists(target)) {
            return;
        }
        Path part = Files.createTempFile(target.getParent(), "sqlite", ".part");
        try {
            Files.copy(library, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
