package dev.weft.runtime.execution;

import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.ParameterValues;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a node's result depends on, as one hash: equal fingerprints mean equal results.
///
/// SHA-256 over the node type, its version, its parameters, its change marker, and for each linked input the
/// fingerprint of the node it comes from and the port. Node ids, titles and positions do not enter, so a copied
/// node shares its original's results.
///
/// @param hex the hash in hexadecimal digits
record Fingerprint(String hex) {
    /// One linked input: what it comes from.
    ///
    /// @param source fingerprint of the node
    /// @param port the output of that node
    record Source(Fingerprint source, String port) {}

    static Fingerprint of(
            NodeSignature signature, ParameterValues parameters, String changeMarker, Map<String, Source> inputs) {
        MessageDigest digest = sha256();
        add(digest, signature.id().toString());
        add(digest, Integer.toString(signature.version()));
        add(digest, changeMarker);
        SortedMap<String, Object> sortedParameters = new TreeMap<>(parameters.asMap());
        add(digest, Integer.toString(sortedParameters.size()));
        sortedParameters.forEach((name, value) -> {
            add(digest, name);
            add(digest, value.getClass().getSimpleName());
            add(digest, value.toString());
        });
        new TreeMap<>(inputs).forEach((name, input) -> {
            add(digest, name);
            add(digest, input.source().hex());
            add(digest, input.port());
        });
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
    }

    /// Each text goes in with its length before it, so that no two lists of texts give the same bytes.
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = bytes.length;
        digest.update(
                new byte[] {(byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length});
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
