package dev.weft.runtime.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Where one plugin lies.
///
/// @param path a jar file, or a folder with the content of one; absolute
record PluginFile(Path path) {
    static final String MANIFEST = "META-INF/weft-plugin.json";

    /// The text of its manifest, if it has one.
    ///
    /// @throws IOException if it cannot be read
    Optional<byte[]> manifest() throws IOException {
        if (Files.isDirectory(path)) {
            Path manifest = path.resolve(MANIFEST);
            return Files.exists(manifest) ? Optional.of(Files.readAllBytes(manifest)) : Optional.empty();
        }
        try (ZipFile jar = new ZipFile(path.toFile())) {
            ZipEntry entry = jar.getEntry(MANIFEST);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream stream = jar.getInputStream(entry)) {
                return Optional.of(stream.readAllBytes());
            }
        }
    }

    /// Hash of the jar's bytes; of a folder, of the names and bytes of all files in it.
    ///
    /// @throws IOException if it cannot be read
    String sha256() throws IOException {
        MessageDigest digest = digest();
        if (!Files.isDirectory(path)) {
            add(digest, path);
            return HexFormat.of().formatHex(digest.digest());
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(path)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        List<String> names =
                files.stream().map(file -> name(path.relativize(file))).sorted().toList();
        for (String name : names) {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            Path file = path.resolve(name);
            MessageDigest content = digest();
            add(content, file);
            digest.update(content.digest());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// What a class loader reads it by.
    URL url() throws MalformedURLException {
        return path.toUri().toURL();
    }

    /// The same on every system.
    private static String name(Path relative) {
        StringBuilder name = new StringBuilder();
        relative.forEach(part -> name.append(name.isEmpty() ? "" : "/").append(part));
        return name.toString();
    }

    private static void add(MessageDigest digest, Path file) throws IOException {
        try (InputStream stream = new DigestInputStream(Files.newInputStream(file), digest)) {
            byte[] buffer = new byte[1 << 16];
            while (stream.read(buffer) >= 0) {
                // Reading feeds the digest.
            }
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
