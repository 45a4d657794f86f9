package dev.weft.nodes.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// Names files by what they hold: the change marker of a node that reads a file.
///
/// A file that was only touched, copied or restored is the same as before, and nothing that comes from it works again.
/// What was hashed is remembered by the file's [FileStamp], so that asking again costs one look at it. Files of
/// gigabytes are better told apart by their stamp alone.
public final class FileContent {
    private static final int MOST_REMEMBERED = 4096;
    private static final int BLOCK_BYTES = 1 << 16;

    /// Coarser than the clocks of all file systems in use. A file that was written to so lately could be written to
    /// again without its times showing it.
    private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

    private static final Map<Path, Hashed> REMEMBERED = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Hashed> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    private FileContent() {}

    /// SHA-256 of what a file holds, as 64 hexadecimal digits.
    ///
    /// @throws IOException if it is not there or cannot be read
    public static String of(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        FileStamp before = FileStamp.of(absolute);
        synchronized (REMEMBERED) {
            Hashed known = REMEMBERED.get(absolute);
            if (known != null && known.stamp.equals(before)) {
                return known.hash;
            }
        }
        Instant start = Instant.now();
        String hash = hash(absolute);
        if (settled(before, start) && FileStamp.of(absolute).equals(before)) {
            synchronized (REMEMBERED) {
                REMEMBERED.put(absolute, new Hashed(before, hash));
            }
        }
        return hash;
    }

    /// Whether no change can hide behind the times of a file, looked at in this moment.
    static boolean settled(FileStamp stamp, Instant moment) {
        Instant enough = moment.minus(CLOCK_STEP);
        return stamp.modified().toInstant().isBefore(enough)
                && stamp.changed().toInstant().isBefore(enough);
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] block = new byte[BLOCK_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record Hashed(FileStamp stamp, String hash) {}
}
