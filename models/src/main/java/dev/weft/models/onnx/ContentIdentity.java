package dev.weft.models.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
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

    /// 64 hexadecimal digits.
    String of(OnnxModel model) throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(model.file().toRealPath());
        model.externalFiles().stream().sorted().forEach(files::add);
        String state = state(files);
        Path remembered = folder.file(ofText(files.toString()) + SUFFIX);
        String prefix = state + "\n";
        String known = folder.read(remembered)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        if (known.startsWith(prefix) && known.length() == prefix.length() + 2 * digest().getDigestLength()) {
            return known.substring(prefix.length());
        }
        String identity = hash(files);
        folder.write(remembered, List.of((prefix + identity).getBytes(StandardCharsets.UTF_8)));
        return identity;
    }

    /// 64 hexadecimal digits that tell one text from another.
    static String ofText(String text) {
        return hex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String state(List<Path> files) throws IOException {
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
        return state.toString();
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
