package dev.weft.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The folder that results go to, tried before the long work begins.
final class OutputFolder {
    private OutputFolder() {}

    /// Makes the folder if it is not there, and writes and removes a small file, as permissions alone do not tell.
    ///
    /// @return what is wrong, in one sentence
    static Optional<String> problem(Path folder) {
        try {
            Files.createDirectories(folder);
            Path probe = Files.createTempFile(folder, ".weft", ".probe");
            try {
                Files.write(probe, new byte[] {0});
            } finally {
                // Whoever clears up behind a process that was killed may have been here.
                Files.deleteIfExists(probe);
            }
            return Optional.empty();
        } catch (FileAlreadyExistsException e) {
            return Optional.of("the output folder " + folder + " cannot be made, as " + e.getFile()
                    + " is a file; choose another with --output");
        } catch (IOException e) {
            return Optional.of("the output folder " + folder + " cannot be written to (" + reason(e)
                    + "); choose another with --output");
        }
    }

    private static String reason(IOException failure) {
        String message = failure instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : failure.getClass().getSimpleName().replace("Exception", "");
        return message.isEmpty() ? "no reason given" : message;
    }
}
