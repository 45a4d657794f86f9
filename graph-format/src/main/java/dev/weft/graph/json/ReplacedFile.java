package dev.weft.graph.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/// Puts a whole new content in place of a file's old one, by way of a temporary file beside it.
final class ReplacedFile {
    private ReplacedFile() {}

    static void write(Path file, byte[] content) throws IOException {
        Path temporary = null;
        try {
            // A link keeps pointing to the file: what it points to is replaced.
            Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
            temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
            writeThrough(temporary, content);
            keepPermissions(target, temporary);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
            throw new IOException(
                    file + ": the workflow cannot be saved, as " + reason(failure)
                            + "; choose a folder that can be written and has free space",
                    failure);
        }
    }

    /// What went wrong, as a clause.
    static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException ignored -> "access is denied";
            case NoSuchFileException ignored -> "its folder does not exist";
            case FileSystemException known when known.getReason() != null -> "the system says: " + known.getReason();
            default -> "the system says: " + failure.getMessage();
        };
    }

    private static void writeThrough(Path temporary, byte[] content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void keepPermissions(Path target, Path temporary) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
        if (view != null && Files.exists(target)) {
            view.setPermissions(Files.getPosixFilePermissions(target));
        }
    }
}
