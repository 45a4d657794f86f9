package dev.weft.runtime.cache;

/// Stands for one value: two values with equal identities are equal.
///
/// @param hash taken over what the value holds; or, where that cannot be told, over the work that gave it, which is
///     blind to other work that gives the same
public record Identity(Fingerprint hash) {
    /// The value that a node with this fingerprint gives at this output.
    public static Identity of(Fingerprint work, String port) {
        return new Identity(new Pieces("output").fingerprint(work).text(port).end());
    }

    /// The value that a parameter is set to.
    ///
    /// @param value a text, a number or a flag
    public static Identity ofParameter(Object value) {
        Pieces pieces = new Pieces("parameter");
        return new Identity(pieces.text(value.getClass().getSimpleName())
                .text(value.toString())
                .end());
    }

    /// Stands at an input that is linked and not worked out: a node can see the difference to one without a link.
    public static Identity postponed() {
        return new Identity(new Pieces("postponed").end());
    }

    /// One item of a list that has this identity.
    public Identity item(int index) {
        return new Identity(new Pieces("item").fingerprint(hash).whole(index).end());
    }
}
