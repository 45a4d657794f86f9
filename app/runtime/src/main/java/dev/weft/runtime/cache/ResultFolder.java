package dev.weft.runtime.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/// A folder of this process for results on disk, which nobody else touches as long as the process lives.
///
/// Beside each folder `ID` lies a file `ID.lock` that its process holds locked. The system lets go of the lock when the
/// process dies, however that happens; who comes next sees that and deletes both.
final class ResultFolder implements AutoCloseable {
    private static final String LOCK_SUFFIX = ".lock";

    private final Path folder;
    private final Path lockFile;
    private final FileChannel lock;

    private ResultFolder(Path folder, Path lockFile, FileChannel lock) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /// Makes a folder.
    ///
    /// @param parent where such folders lie; made if need be
    static ResultFolder make(Path parent) throws IOException {
        Files.createDirectories(parent);
        while (true) {
            String id = UUID.randomUUID().toString();
            Path lockFile = parent.resolve(id + LOCK_SUFFIX);
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try {
                // Another process may have found the file before it was locked, and deleted it as one of the dead.
                if (channel.tryLock() != null && Files.exists(lockFile)) {
                    Path folder = Files.createDirectory(parent.resolve(id));
                    return new ResultFolder(folder, lockFile, channel);
                }
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
            channel.close();
        }
    }

    /// Deletes the folders of processes that died. What cannot be deleted stays for the next time.
    ///
    /// @param parent where such folders lie; need not exist
    static void deleteThoseOfTheDead(Path parent) {
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (Stream<Path> entries = Files.list(parent)) {
            List<Path> locks = entries.filter(
                            entry -> String.valueOf(entry.getFileName()).endsWith(LOCK_SUFFIX))
                    .toList();
            for (Path lockFile : locks) {
                deleteIfDead(lockFile);
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(ResultFolder.class).info("results of ended processes stay in {}", parent, e);
        }
    }

    private static void deleteIfDead(Path lockFile) throws IOException {
        String name = String.valueOf(lockFile.getFileName());
        Path folder = lockFile.resolveSibling(name.substring(0, name.length() - LOCK_SUFFIX.length()));
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                delete(folder);
                Files.deleteIfExists(lockFile);
            }
        } catch (OverlappingFileLockException e) {
            // Another runtime of this process holds it.
        }
    }

    /// The file of one result, which need not exist.
    Path file(Fingerprint key) {
        return folder.resolve(key.hex());
    }

    /// How many bytes the disk has left.
    long freeBytes() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /// Deletes the folder and all in it.
    @Override
    public void close() throws IOException {
        try {
            delete(folder);
            Files.deleteIfExists(lockFile);
        } finally {
            lock.close();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
