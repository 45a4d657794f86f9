package dev.weft.runtime.trust;

import dev.weft.models.files.AtomicFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.UnaryOperator;

/// Keeps [Permissions] in `allowed-plugins.json`. Several programs may use one file.
public final class PermissionFile {
    private static final String NAME = "allowed-plugins.json";

    private final Path file;

    /// @param data the folder that Weft keeps things for its user in; it need not exist
    public PermissionFile(Path data) {
        this.file = data.resolve(NAME);
    }

    /// What was said so far; nothing, if there is no file.
    ///
    /// @throws IOException in one sentence, if the file cannot be read or says something else
    public Permissions read() throws IOException {
        if (!Files.exists(file)) {
            return Permissions.NONE;
        }
        try {
            return PermissionReader.read(Files.readAllBytes(file));
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "the list of allowed plugins " + file + " cannot be used (" + e.getMessage()
                            + "); correct it, or delete it and allow your plugins again",
                    e);
        } catch (IOException e) {
            throw new IOException("the list of allowed plugins " + file + " cannot be read; check its permissions", e);
        }
    }

    /// Changes what is kept, as a whole or not at all.
    ///
    /// @throws IOException in one sentence, if the file cannot be read or written
    public void change(UnaryOperator<Permissions> change) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path lock = file.resolveSibling(NAME + ".lock");
        synchronized (PermissionFile.class) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                byte[] text = PermissionText.of(change.apply(read())).getBytes(StandardCharsets.UTF_8);
                AtomicFile.write(file, out -> out.write(text));
            }
        }
    }
}
