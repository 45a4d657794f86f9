package dev.weft.models.text;

/// A piece of a prompt as it stands between signs that mean something.
sealed interface PromptPart {
    /// Words that share one weight.
    ///
    /// @param text as written, escaped parentheses resolved; never empty
    /// @param weight 1 is the weight of plain words; finite, may be negative
    record Words(String text, double weight) implements PromptPart {}

    /// `BREAK`: what follows stands in the next chunk of tokens.
    record Break() implements PromptPart {}
}
