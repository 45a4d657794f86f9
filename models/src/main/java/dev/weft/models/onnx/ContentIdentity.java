package dev.weft.models.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Names a model by what its files hold (SHA-256 over the model file and its external weights).
///
/// Reading gigabytes at each start would be slow, so the result is remembered under the files' paths, sizes and
/// times of last change.
final class ContentIdentity {
    static final String SUFFIX = ".identity";

    private static final int BUFFER = 1 << 16;

    private final CacheFolder folder;

    ContentIdentity(CacheFolder folder) {
        this.folder = folder;
    }

    /// 64 hexadecimal digits, of what the files held when the model was read.
    ///
    /// @throws InvalidModelException if they were replaced since
    String of(OnnxModel model) throws IOException {
        List<Path> files = model.stamp().files();
        model.stamp().requireCurrent();
        String state = model.stamp().state();
        Path remembered = folder.file(ofText(files.toString()) + SUFFIX);
        String prefix = state + "\n";
        String known = folder.read(remembered)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        if (known.startsWith(prefix) && known.length() == prefix.length() + 2 * digest().getDigestLength()) {
            return known.substring(prefix.length());
        }
        String identity = hash(files);
        model.stamp().requireCurrent();
        folder.write(remembered, List.of((prefix + identity).getBytes(StandardCharsets.UTF_8)));
        return identity;
    }

    /// 64 hexadecimal digits that tell one text from another.
    static String ofText(String text) {
        return hex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String hash(List<Path> files) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        for (Path file : files) {
            // The length keeps apart what belongs to which file.
            digest.update((Files.size(file) + "\n").getBytes(StandardCharsets.US_ASCII));
            try (InputStream input = Files.newInputStream(file)) {
                for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
            }
        }
        return hex(digest.digest());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
