package dev.weft.models.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes a file as a whole or not at all.
///
/// The bytes go to a temporary file in the same folder, are forced to the disk and take the target's name in one
/// atomic move. Whoever reads the target sees the old file or the new one. The temporary file, `.NAME.UUID.part`, is
/// locked while it is written; one that nobody holds was left by a process that was killed.
public final class AtomicFile {
    private static final Logger LOG = LoggerFactory.getLogger(AtomicFile.class);
    private static final int BUFFER_BYTES = 1 << 16;
    private static final String NO_SPACE = "the disk is full; make room or choose another folder";

    private AtomicFile() {}

    /// What goes into a file.
    @FunctionalInterface
    public interface Content {
        /// Writes all bytes to `out` and leaves it open.
        ///
        /// @throws IOException if the bytes cannot be made or written
        void writeTo(OutputStream out) throws IOException;
    }

    /// Writes `content` to `target`, replacing a file that is already there.
    ///
    /// @param target the file; its folder must exist
    /// @param content what to write
    /// @throws IOException in one sentence with the file's name, if the folder is missing or not writable, the
    ///     disk is full or `content` fails; no temporary file is left then and an older `target` is untouched
    public static void write(Path target, Content content) throws IOException {
        put(
                target,
                content,
                (temporary, absolute) -> Files.move(
                        temporary, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    }

    /// Writes `content` to `target`, which must not be there yet: of several programs that ask for one name at the
    /// same time, one gets it.
    ///
    /// @throws FileAlreadyExistsException if there is a file of that name, which is left alone
    /// @throws IOException as [#write]
    public static void create(Path target, Content content) throws IOException {
        put(target, content, AtomicFile::takeFreeName);
    }

    /// A move would replace a file that appeared meanwhile; a link never does.
    private static void takeFreeName(Path temporary, Path target) throws IOException {
        try {
            Files.createLink(target, temporary);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            // Some file systems of memory cards and networks have no links.
            Files.move(temporary, target);
        }
    }

    private static void put(Path target, Content content, Placing placing) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        Path name = absolute.getFileName();
        if (folder == null || name == null || Files.isDirectory(absolute)) {
            throw new IOException("Cannot write \"" + target + "\": it is a folder; name a file.");
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException("Cannot write \"" + target + "\": the folder \"" + folder
                    + "\" does not exist; make it or choose another.");
        }
        Path temporary = folder.resolve("." + name + "." + UUID.randomUUID() + ".part");
        try (FileChannel channel = begin(temporary)) {
            fill(channel, content);
            placing.place(temporary, absolute);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException e) {
            throw new IOException("Cannot write \"" + target + "\": " + reason(e) + ".", e);
        } catch (IOException e) {
            throw new IOException("Cannot write \"" + target + "\": " + sentenceEnd(e), e);
        } finally {
            // After a successful move there is nothing left to delete.
            Files.deleteIfExists(temporary);
        }
    }

    @FunctionalInterface
    private interface Placing {
        void place(Path temporary, Path target) throws IOException;
    }

    /// The channel holds the lock of its file until it is closed, after the file has its name. So whoever finds the
    /// temporary file can tell whether it is still being written, or was left by a process that was killed.
    private static FileChannel begin(Path temporary) throws IOException {
        while (true) {
            FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock(channel);
            if (Files.exists(temporary)) {
                return channel;
            }
            // Somebody found it before it was locked, and took it for a leftover.
            channel.close();
        }
    }

    private static void lock(FileChannel channel) {
        try {
            FileLock _ = channel.lock();
        } catch (IOException e) {
            // Some file systems have no locks. The file is as good without one.
            LOG.debug("A file that is being written cannot be locked.", e);
        }
    }

    private static void fill(FileChannel channel, Content content) throws IOException {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
        content.writeTo(out);
        out.flush();
        channel.force(true);
    }

    private static String reason(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return "the folder is not writable; change its permissions or choose another";
        }
        String reason = e.getReason();
        if (reason != null && reason.toLowerCase(Locale.ROOT).contains("no space left")) {
            return NO_SPACE;
        }
        return reason == null ? "the file system refused it" : reason;
    }

    private static String sentenceEnd(IOException e) {
        String message = e.getMessage();
        if (message != null && message.toLowerCase(Locale.ROOT).contains("no space left")) {
            return NO_SPACE + ".";
        }
        String text = message == null ? e.getClass().getSimpleName() : message;
        return text.endsWith(".") ? text : text + ".";
    }
}
