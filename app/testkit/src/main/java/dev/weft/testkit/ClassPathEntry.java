package dev.weft.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/// Tells plugins from the other entries of a class path.
final class ClassPathEntry {
    private static final String MANIFEST = "META-INF/weft-plugin.json";

    private ClassPathEntry() {}

    static boolean isPlugin(Path entry) {
        if (Files.isDirectory(entry)) {
            return Files.exists(entry.resolve(MANIFEST));
        }
        if (!Files.isRegularFile(entry)) {
            return false;
        }
        try (ZipFile jar = new ZipFile(entry.toFile())) {
            return jar.getEntry(MANIFEST) != null;
        } catch (IOException e) {
            // Whatever it is, the class path has it for another purpose.
            return false;
        }
    }
}
