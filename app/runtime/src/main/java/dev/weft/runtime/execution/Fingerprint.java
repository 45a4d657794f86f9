package dev.weft.runtime.execution;

import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.ParameterValues;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a node's result depends on, as one hash: equal fingerprints mean equal results.
///
/// SHA-256 over the node type, its version, its parameters, its change marker, and the identity of what arrives at
/// each input. Node ids, titles and positions do not enter, so a copied node shares its original's results; nor does
/// it make a difference whether a parameter is set or linked.
///
/// @param hex the hash in hexadecimal digits
record Fingerprint(String hex) {
    /// @param settings the parameters; several where lists are mapped over them
    /// @param inputs identity of what arrives, by input
    static Fingerprint of(
            NodeSignature signature,
            List<ParameterValues> settings,
            String changeMarker,
            Map<String, Identity> inputs) {
        MessageDigest digest = sha256();
        add(digest, signature.id().toString());
        add(digest, Integer.toString(signature.version()));
        add(digest, changeMarker);
        add(digest, Integer.toString(settings.size()));
        for (ParameterValues parameters : settings) {
            SortedMap<String, Object> sorted = new TreeMap<>(parameters.asMap());
            add(digest, Integer.toString(sorted.size()));
            sorted.forEach((name, value) -> {
                add(digest, name);
                add(digest, value.getClass().getSimpleName());
                add(digest, value.toString());
            });
        }
        new TreeMap<>(inputs).forEach((name, identity) -> {
            add(digest, name);
            add(digest, identity.text());
        });
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
    }

    /// Each text goes in with its length before it, so that no two lists of texts give the same bytes.
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = bytes.length;
        digest.update((byte) (length >>> 24));
        digest.update((byte) (length >>> 16));
        digest.update((byte) (length >>> 8));
        digest.update((byte) length);
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
