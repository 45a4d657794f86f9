package dev.weft.runtime.queue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a process that was killed has left half-written in an output folder.
///
/// Results are written under a temporary name, `.NAME.UUID.part`, whose lock is held meanwhile. Such a file that nobody
/// holds will never be finished. So will `.weftNUMBER.probe`, with which it is tried whether a folder can be written
/// to.
final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final Pattern NAME =
            Pattern.compile("\\..+\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.part|\\.weft[0-9]+\\.probe");
    private static final int DEEPEST = 8;

    private final Path folder;

    Leftovers(Path folder) {
        this.folder = folder;
    }

    /// Removes them, in the folders within too.
    void clear() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        FileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()
                        && NAME.matcher(file.getFileName().toString()).matches()) {
                    remove(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException reason) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException reason) {
                return FileVisitResult.CONTINUE;
            }
        };
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEEPEST, visitor);
        } catch (IOException e) {
            LOG.debug("Not all of {} could be looked through.", folder, e);
        }
    }

    private static void remove(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                Files.delete(file);
                LOG.info("Removed {}, which a process that ended has left half-written.", file);
            }
        } catch (IOException | OverlappingFileLockException e) {
            LOG.debug("{} stays.", file, e);
        }
    }
}
