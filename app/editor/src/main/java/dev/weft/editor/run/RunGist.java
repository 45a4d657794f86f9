package dev.weft.editor.run;

import java.util.Optional;
import java.util.OptionalInt;

/// What tells a run from others of the same workflow.
///
/// @param seed the seed of its first sampler
/// @param pictures how many pictures it makes, if that is known before
/// @param size width and height of the pictures, such as `128 × 128`, if that is known before
public record RunGist(Optional<String> seed, OptionalInt pictures, Optional<String> size) {
    /// Of a run about which nothing is known.
    public static final RunGist NONE = new RunGist(Optional.empty(), OptionalInt.empty(), Optional.empty());
}
