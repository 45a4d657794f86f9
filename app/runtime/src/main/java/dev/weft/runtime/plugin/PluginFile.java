package dev.weft.runtime.plugin;

import dev.weft.runtime.plugin.FileProblem.ForeignPlugin;
import dev.weft.runtime.plugin.FileProblem.NoManifest;
import dev.weft.runtime.plugin.FileProblem.NotAJar;
import dev.weft.runtime.plugin.FileProblem.OutsideFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/// Where one plugin lies.
///
/// @param path a jar file, or a folder with the content of one; absolute
record PluginFile(Path path) {
    static final String MANIFEST = "META-INF/weft-plugin.json";

    /// What is longer is cut, and then is not JSON: a small jar may unpack to more than the memory holds.
    private static final int LONGEST_MANIFEST = 1 << 20;

    private static final String MANIFEST_NAME = "weft-plugin.json";

    boolean exploded() {
        return Files.isDirectory(path);
    }

    /// The text of its manifest.
    ///
    /// @throws IOException if it cannot be read
    /// @throws PluginFileException if it is not one plugin for Weft
    byte[] manifest() throws IOException, PluginFileException {
        if (exploded()) {
            try (InputStream stream = Files.newInputStream(path.resolve(MANIFEST))) {
                return stream.readNBytes(LONGEST_MANIFEST);
            }
        }
        Optional<String> fault = JarFault.of(path);
        if (fault.isPresent()) {
            throw new PluginFileException(new NotAJar(path, fault.get()));
        }
        try (JarFile jar = new JarFile(path.toFile())) {
            ZipEntry entry = jar.getEntry(MANIFEST);
            if (entry == null) {
                throw new PluginFileException(withoutManifest(names(jar)));
            }
            Manifest general = jar.getManifest();
            String outside =
                    general == null ? null : general.getMainAttributes().getValue(Name.CLASS_PATH);
            if (outside != null) {
                throw new PluginFileException(new OutsideFiles(path, outside));
            }
            return jar.getInputStream(entry).readNBytes(LONGEST_MANIFEST);
        } catch (ZipException e) {
            throw new PluginFileException(new NotAJar(path, "it is damaged (" + e.getMessage() + ")"));
        }
    }

    /// The names of the files in it, divided by `/` everywhere, in order.
    ///
    /// @throws IOException if it cannot be read
    Set<String> names() throws IOException {
        if (!exploded()) {
            try (JarFile jar = new JarFile(path.toFile())) {
                return names(jar);
            }
        }
        Set<String> names = new TreeSet<>();
        try (Stream<Path> walk = Files.walk(path)) {
            walk.filter(Files::isRegularFile).forEach(file -> names.add(name(path.relativize(file))));
        }
        return names;
    }

    private FileProblem withoutManifest(Set<String> names) {
        return ForeignPrograms.sign(names)
                .<FileProblem>map(sign -> new ForeignPlugin(path, sign.program(), sign.file()))
                .orElseGet(() -> new NoManifest(
                        path,
                        names.stream()
                                .filter(name -> name.equalsIgnoreCase(MANIFEST)
                                        || name.equals(MANIFEST_NAME)
                                        || name.endsWith("/" + MANIFEST_NAME))
                                .findFirst()));
    }

    private static Set<String> names(JarFile jar) {
        Set<String> names = new LinkedHashSet<>();
        jar.stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .forEach(names::add);
        return names;
    }

    private static String name(Path relative) {
        StringBuilder name = new StringBuilder();
        relative.forEach(part -> name.append(name.isEmpty() ? "" : "/").append(part));
        return name.toString();
    }
}
