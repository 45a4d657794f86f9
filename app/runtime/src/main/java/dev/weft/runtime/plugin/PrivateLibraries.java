package dev.weft.runtime.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;

/// The libraries that a plugin brings as whole jars in its own. Only the plugin itself sees them, not even plugins that
/// need it.
///
/// Java reads no jar within a jar, so they are copied to Weft's cache, once for each content of the plugin.
final class PrivateLibraries {
    /// Where they lie in the plugin's jar or folder.
    static final String FOLDER = "META-INF/lib";

    private PrivateLibraries() {}

    /// @param cache the folder for what can be made again
    /// @return the libraries as files of their own, by name
    /// @throws IOException if they cannot be read or copied
    static List<Path> unpack(FoundPlugin plugin, Path cache) throws IOException {
        PluginFile file = plugin.file();
        if (file.exploded()) {
            Path folder = file.path().resolve(FOLDER);
            return Files.isDirectory(folder) ? jars(folder) : List.of();
        }
        List<Path> libraries = new ArrayList<>();
        try (JarFile jar = new JarFile(file.path().toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>)
                    jar.stream().filter(PrivateLibraries::isLibrary).map(ZipEntry.class::cast)::iterator) {
                Path copy = cache.resolve("plugins")
                        .resolve(plugin.sha256())
                        .resolve(entry.getName().substring(FOLDER.length() + 1));
                if (!isWhole(copy, entry)) {
                    copy(jar, entry, copy);
                }
                libraries.add(copy);
            }
        }
        return libraries.stream().sorted().toList();
    }

    private static boolean isLibrary(ZipEntry entry) {
        String name = entry.getName();
        // A name with a further "/" or "\" could lead out of the cache.
        return name.startsWith(FOLDER + "/")
                && name.endsWith(".jar")
                && name.indexOf('/', FOLDER.length() + 1) < 0
                && name.indexOf('\\') < 0;
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isWhole(Path copy, ZipEntry entry) throws IOException {
        if (!Files.exists(copy) || Files.size(copy) != entry.getSize()) {
            return false;
        }
        try (CheckedInputStream stream = new CheckedInputStream(Files.newInputStream(copy), new CRC32())) {
            stream.skipNBytes(entry.getSize());
            return stream.getChecksum().getValue() == entry.getCrc();
        }
    }

    /// Another process may be doing the same.
    private static void copy(JarFile jar, ZipEntry entry, Path copy) throws IOException {
        Path folder = copy.getParent();
        Files.createDirectories(folder);
        Path unfinished = Files.createTempFile(folder, "library", ".unfinished");
        try (InputStream stream = jar.getInputStream(entry)) {
            Files.copy(stream, unfinished, StandardCopyOption.REPLACE_EXISTING);
            Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
