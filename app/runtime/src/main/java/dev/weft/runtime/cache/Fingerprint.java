package dev.weft.runtime.cache;

import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.ParameterValues;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What work depends on, as one SHA-256: equal fingerprints mean equal results.
///
/// That of a node's work is taken over its type and version, its parameters, its change marker, and the identity of
/// what arrives at each input. Node ids, titles and positions do not enter, so a copied node shares its original's
/// results; nor does it make a difference whether a parameter is set or linked.
///
/// @param first bits 0 to 63
/// @param second bits 64 to 127
/// @param third bits 128 to 191
/// @param fourth bits 192 to 255
public record Fingerprint(long first, long second, long third, long fourth) {
    static Fingerprint ofHash(byte[] sha256) {
        ByteBuffer bytes = ByteBuffer.wrap(sha256);
        return new Fingerprint(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    /// What the work of a node depends on.
    ///
    /// @param settings its parameters; several where lists are mapped over them
    /// @param changeMarker what it depends on beside its parameters and inputs
    /// @param inputs identity of what arrives, by input
    public static Fingerprint of(
            NodeSignature signature,
            List<ParameterValues> settings,
            String changeMarker,
            Map<String, Identity> inputs) {
        Pieces pieces = new Pieces("node")
                .text(signature.id().toString())
                .whole(signature.version())
                .text(changeMarker)
                .whole(settings.size());
        for (ParameterValues parameters : settings) {
            Map<String, Object> values = parameters.asMap();
            pieces.whole(values.size());
            sorted(values)
                    .forEach((name, value) -> pieces.text(name)
                            .text(value.getClass().getSimpleName())
                            .text(value.toString()));
        }
        pieces.whole(inputs.size());
        sorted(inputs).forEach((name, identity) -> pieces.text(name).fingerprint(identity.hash()));
        return pieces.end();
    }

    /// 64 hexadecimal digits.
    public String hex() {
        HexFormat format = HexFormat.of();
        return format.toHexDigits(first)
                + format.toHexDigits(second)
                + format.toHexDigits(third)
                + format.toHexDigits(fourth);
    }

    @Override
    public String toString() {
        return hex();
    }

    @Override
    public int hashCode() {
        return Long.hashCode(first);
    }

    private static <V> Map<String, V> sorted(Map<String, V> map) {
        return map.size() < 2 ? map : new TreeMap<>(map);
    }
}
