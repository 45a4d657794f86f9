package dev.weft.models.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/// By what it can be told, without reading them, that files were not replaced: their sizes and the times of their last
/// changes.
///
/// @param files the files
/// @param state equal for files that were not replaced
public record FileStamp(List<Path> files, String state) {
    /// Takes a copy.
    public FileStamp {
        files = List.copyOf(files);
    }

    /// How the files are now.
    ///
    /// @throws IOException if one is not there, or nothing can be known of it
    public static FileStamp of(Collection<Path> files) throws IOException {
        StringBuilder state = new StringBuilder();
        for (Path file : files) {
            state.append(file)
                    .append('|')
                    .append(Files.size(file))
                    .append('|')
                    .append(Files.getLastModifiedTime(file))
                    .append('|')
                    .append(changeTime(file))
                    .append('|');
        }
        return new FileStamp(List.copyOf(files), state.toString());
    }

    /// When the file's content or entry last changed, which copying with the old time stamp does not hide;
    /// empty where the system does not say.
    private static String changeTime(Path file) throws IOException {
        try {
            return String.valueOf(Files.getAttribute(file, "unix:ctime"));
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return "";
        }
    }

    /// Whether the files still are as they were.
    public boolean isCurrent() {
        try {
            return equals(of(files));
        } catch (IOException e) {
            return false;
        }
    }

    /// Makes sure that the files still are as they were.
    ///
    /// @throws InvalidModelException with a sentence for the user if they are not
    public void requireCurrent() throws InvalidModelException {
        if (!isCurrent()) {
            throw new InvalidModelException("The model file " + files.getFirst()
                    + " was replaced or removed after it had been loaded; run the workflow again.");
        }
    }
}
