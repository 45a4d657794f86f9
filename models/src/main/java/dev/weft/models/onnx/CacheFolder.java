package dev.weft.models.onnx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A folder of files that may be lost at any time: written whole or not at all, the ones used longest ago deleted
/// first. Several processes may use it at once.
///
/// A cache must never be the reason why something fails, so trouble with the folder only means that nothing is
/// kept.
final class CacheFolder {
    private static final String UNFINISHED = ".unfinished";
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path folder;
    private final long byteBudget;

    CacheFolder(Path folder, long byteBudget) {
        this.folder = folder;
        this.byteBudget = byteBudget;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /// The content of a file, which then counts as just used; nothing if there is none or it cannot be read.
    Optional<byte[]> read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            use(file);
            return Optional.of(bytes);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Whether there is such a file; it then counts as just used.
    boolean use(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try {
            touch(file);
        } catch (IOException e) {
            // It may be deleted sooner, and is as good as ever until then.
        }
        return true;
    }

    /// A new, empty file in the folder for something else to write to; nothing where the folder cannot be written.
    Optional<Path> unfinished() {
        try {
            Files.createDirectories(folder);
            return Optional.of(Files.createTempFile(folder, "", UNFINISHED));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Gives what was written to an unfinished file its name, then makes room. Not kept if larger than the budget.
    void keep(Path unfinished, Path file) {
        try {
            if (Files.size(unfinished) > 0 && Files.size(unfinished) <= byteBudget) {
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                makeRoom(file);
            }
        } catch (IOException e) {
            // Then it is not kept.
        }
    }

    /// Deletes a file if it is there and can be deleted.
    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It stays until room is made.
        }
    }

    /// In a folder that is only readable, files keep their times; that is as good as it gets.
    private static void touch(Path file) throws IOException {
        if (Files.isWritable(file)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        }
    }

    /// Writes the parts one after the other, then makes room. A file that is larger than the whole budget is not
    /// kept.
    ///
    /// @return whether the file was written
    boolean write(Path file, List<byte[]> parts) {
        if (parts.stream().mapToLong(part -> part.length).sum() > byteBudget) {
            return false;
        }
        try {
            Optional<Path> unfinished = unfinished();
            if (unfinished.isEmpty()) {
                return false;
            }
            try {
                try (OutputStream output = Files.newOutputStream(unfinished.get())) {
                    for (byte[] part : parts) {
                        output.write(part);
                    }
                }
                Files.move(unfinished.get(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished.get());
            }
            makeRoom(file);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private record Entry(Path file, long size, FileTime used) {}

    private void makeRoom(Path newest) throws IOException {
        List<Entry> entries = entries();
        long size = entries.stream().mapToLong(Entry::size).sum();
        entries.sort(Comparator.comparing(Entry::used));
        for (Entry entry : entries) {
            boolean unfinished = entry.file().toString().endsWith(UNFINISHED);
            boolean abandoned = unfinished
                    && entry.used().toInstant().isBefore(Instant.now().minus(ABANDONED));
            boolean tooMuch = size > byteBudget && !unfinished && !entry.file().equals(newest);
            if (abandoned || tooMuch) {
                Files.deleteIfExists(entry.file());
                size -= entry.size();
            }
        }
    }

    private List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                try {
                    entries.add(new Entry(file, Files.size(file), Files.getLastModifiedTime(file)));
                } catch (NoSuchFileException e) {
                    // Another process deleted it meanwhile.
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return entries;
    }
}
