package dev.weft.nodes.stylealigned.score;

import dev.weft.models.text.PromptWords;
import java.util.Collections;
import java.util.List;

/// What of a prompt a picture is compared with: its words, without weights.
final class ComparedWords {
    private ComparedWords() {}

    /// The texts for a number of pictures.
    ///
    /// @param prompts one for each picture, or one for all; none gives none
    /// @param subjectOnly whether only what stands before the first comma counts, which names the subject
    /// @throws IllegalArgumentException with a sentence for the user if there is another number of prompts
    static List<String> of(List<String> prompts, int pictures, boolean subjectOnly) {
        if (prompts.isEmpty()) {
            return List.of();
        }
        if (prompts.size() != 1 && prompts.size() != pictures) {
            throw new IllegalArgumentException("There are " + prompts.size() + " prompts for " + pictures
                    + " pictures; give one for each, or one for all.");
        }
        List<String> words = prompts.stream()
                .map(PromptWords::of)
                .map(prompt -> subjectOnly ? subject(prompt) : prompt)
                .toList();
        return words.size() == pictures ? words : List.copyOf(Collections.nCopies(pictures, words.getFirst()));
    }

    private static String subject(String prompt) {
        int comma = prompt.indexOf(',');
        return (comma > 0 ? prompt.substring(0, comma) : prompt).strip();
    }
}
