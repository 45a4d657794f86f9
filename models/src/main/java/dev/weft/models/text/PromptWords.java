package dev.weft.models.text;

import java.util.stream.Collectors;

/// What a prompt says without the signs that weigh and divide it, for those that read prompts as plain sentences.
public final class PromptWords {
    private PromptWords() {}

    /// The words of a prompt, without weights and `BREAK`: `a (red:1.2) house BREAK at night` is
    /// `a red house at night`.
    public static String of(String prompt) {
        return PromptSyntax.parse(prompt).stream()
                .map(part -> switch (part) {
                    case PromptPart.Words words -> words.text();
                    case PromptPart.Break() -> " ";
                })
                .collect(Collectors.joining())
                .strip();
    }
}
