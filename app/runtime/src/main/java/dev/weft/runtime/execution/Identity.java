package dev.weft.runtime.execution;

/// Stands for one value: two values with equal identities are equal.
///
/// @param text told apart by its letters alone: a hash of the value, or the key of the node that gave it and the port
record Identity(String text) {
    /// The value that a node with this key gives at this output.
    static Identity of(Fingerprint key, String port) {
        return new Identity(key.hex() + '.' + port);
    }

    /// One item of a list that has this identity.
    Identity item(int index) {
        return new Identity(text + '[' + index + ']');
    }
}
