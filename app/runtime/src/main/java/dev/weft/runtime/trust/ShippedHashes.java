package dev.weft.runtime.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The hashes of the plugins that Weft was built with, which the build wrote beside them: `NAME.jar.sha256`.
final class ShippedHashes {
    private static final String ENDING = ".jar.sha256";

    private ShippedHashes() {}

    /// @param folders the program's own folders of plugins; one that is not there holds none
    /// @throws IOException in one sentence, if a folder or hash cannot be read
    static Set<String> read(List<Path> folders) throws IOException {
        Set<String> hashes = new HashSet<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(ENDING)).toList()) {
                    hashes.add(Files.readString(file, StandardCharsets.US_ASCII).strip());
                }
            } catch (NoSuchFileException | NotDirectoryException e) {
                // A single jar, or nothing: whoever wants it loaded says so.
            } catch (IOException e) {
                throw new IOException(
                        "the hashes of Weft's own plugins in " + folder + " cannot be read; build Weft anew", e);
            }
        }
        return Set.copyOf(hashes);
    }
}
