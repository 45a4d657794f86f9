package dev.weft.runtime.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Tells what a file is that calls itself a jar and is none.
final class JarFault {
    private static final int BEGINNING = 64;

    private JarFault() {}

    /// What is wrong, as a part of a sentence; nothing if the file is a jar.
    ///
    /// @throws IOException if the file cannot be read
    static Optional<String> of(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.of("it is not a file");
        }
        String beginning;
        try (InputStream stream = Files.newInputStream(file)) {
            beginning = new String(stream.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
        }
        try (ZipFile _ = new ZipFile(file.toFile())) {
            return Optional.empty();
        } catch (ZipException e) {
            return Optional.of(reason(beginning, e));
        }
    }

    private static String reason(String beginning, ZipException failure) {
        if (beginning.isEmpty()) {
            return "it is empty";
        }
        if (beginning.stripLeading().toLowerCase(Locale.ROOT).startsWith("<")) {
            return "it is a web page, such as a failed download leaves behind";
        }
        if (beginning.startsWith("version https://git-lfs")) {
            return "it only refers to a file that Git LFS has not fetched";
        }
        if (beginning.startsWith("PK")) {
            return "its end is missing or damaged";
        }
        return "it has other content (" + failure.getMessage() + ")";
    }
}
