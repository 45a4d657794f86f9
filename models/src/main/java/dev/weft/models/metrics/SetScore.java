package dev.weft.models.metrics;

import java.util.Optional;

/// The scores of one set of pictures.
///
/// @param consistency how alike the pictures are
/// @param alignment how well they fit their prompts, if prompts were given
public record SetScore(Similarity consistency, Optional<TextAlignment> alignment) {}
