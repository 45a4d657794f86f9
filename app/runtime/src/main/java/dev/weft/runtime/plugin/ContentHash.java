package dev.weft.runtime.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of a plugin's content: of a jar's bytes; of a folder, of the name and the hash of every file in it, in the
/// order of the names.
final class ContentHash {
    private ContentHash() {}

    /// In 64 hexadecimal digits.
    ///
    /// @throws IOException if the content cannot be read
    static String of(PluginFile file) throws IOException {
        if (!file.exploded()) {
            return HexFormat.of().formatHex(ofFile(file.path()));
        }
        MessageDigest digest = sha256();
        for (String name : file.names()) {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            // No file name holds a zero, so no two folders give the same bytes.
            digest.update((byte) 0);
            digest.update(ofFile(file.path().resolve(name)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] ofFile(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream stream = Files.newInputStream(file)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
