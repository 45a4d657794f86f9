package dev.weft.runtime.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// Small things that are hashed together. Texts go in with their length before them, so that no two lists of pieces of
/// the same kinds give the same bytes.
final class Pieces {
    private byte[] bytes = new byte[256];
    private int size;

    /// @param purpose keeps apart hashes that stand for different things
    Pieces(String purpose) {
        text(purpose);
    }

    Pieces whole(long number) {
        makeRoom(Long.BYTES);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[size++] = (byte) (number >>> shift);
        }
        return this;
    }

    Pieces text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        whole(encoded.length);
        makeRoom(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
        return this;
    }

    Pieces fingerprint(Fingerprint fingerprint) {
        return whole(fingerprint.first())
                .whole(fingerprint.second())
                .whole(fingerprint.third())
                .whole(fingerprint.fourth());
    }

    Fingerprint end() {
        MessageDigest digest = sha256();
        digest.update(bytes, 0, size);
        return Fingerprint.ofHash(digest.digest());
    }

    private void makeRoom(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(size, more)));
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
