package dev.weft.graph.validation;

import dev.weft.graph.types.PortKind;

/// Puts kinds of ports into sentences.
final class Article {
    private static final String VOWELS = "aeiou";

    private Article() {}

    /// `a latent`, `an image`.
    static String with(PortKind kind) {
        String name = kind.name();
        return (!name.isEmpty() && VOWELS.indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }
}
