package dev.weft.nodes.api;

import java.util.Optional;

/// A value in place of a value: whatever would take it does not run, and is no failure. Independent nodes run on.
///
/// Where a list is mapped, only the items that meet a blocked one are left out.
///
/// @param message one sentence for the user, told once at the first node that is blocked; nothing to block silently
public record Blocked(Optional<String> message) {
    /// Blocks without a word.
    public static final Blocked SILENTLY = new Blocked(Optional.empty());

    /// Blocks and says why.
    public static Blocked because(String message) {
        return new Blocked(Optional.of(message));
    }
}
