package dev.weft.graph;

/// One port of one node, written `node.port`. A node id may hold dots, a port name may not: the last dot
/// divides.
///
/// @param node id of the node
/// @param port name of the port
public record PortAddress(String node, String port) {
    /// @throws IllegalArgumentException if a part is empty or the port's name holds a dot
    public PortAddress {
        if (node.isEmpty() || port.isEmpty() || port.indexOf('.') >= 0) {
            throw new IllegalArgumentException(
                    "'" + node + "." + port + "' is not a port; write NODE.PORT, such as " + "sampler.latent");
        }
    }

    /// Parses what [#toString()] writes.
    ///
    /// @throws IllegalArgumentException if a part is missing
    public static PortAddress parse(String text) {
        int dot = text.lastIndexOf('.');
        if (dot <= 0 || dot == text.length() - 1) {
            throw new IllegalArgumentException("'" + text + "' is not a port; write NODE.PORT, such as sampler.latent");
        }
        return new PortAddress(text.substring(0, dot), text.substring(dot + 1));
    }

    @Override
    public String toString() {
        return node + "." + port;
    }
}
