package dev.weft.editor.palette;

import dev.weft.editor.action.Action;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// Finds actions by what was typed: letters of the title in their order, best at beginnings of words.
final class CommandSearch {
    private static final int RUN = 4;
    private static final int BEGINNING = 8;
    private static final int RECENT = 20;

    private record Found(Action action, int score) {}

    private CommandSearch() {}

    /// The actions that fit, the best first.
    ///
    /// @param typed nothing for all of them
    /// @param all to search through
    /// @param recent names of those that were asked for lately, the last first
    static List<Action> find(String typed, List<Action> all, List<String> recent) {
        return all.stream()
                .flatMap(action -> found(typed, action, recent).stream())
                .sorted(Comparator.comparingInt(Found::score).reversed())
                .map(Found::action)
                .toList();
    }

    private static Optional<Found> found(String typed, Action action, List<String> recent) {
        OptionalInt score = score(letters(typed), letters(action.title()));
        if (score.isEmpty()) {
            return Optional.empty();
        }
        int place = recent.indexOf(action.name());
        return Optional.of(new Found(action, score.getAsInt() + (place < 0 ? 0 : RECENT - place)));
    }

    /// How well a title fits, if it has all letters that were typed in their order.
    static OptionalInt score(String typed, String title) {
        int score = title.startsWith(typed) && !typed.isEmpty() ? BEGINNING * 2 : 0;
        int at = 0;
        boolean run = false;
        for (char letter : typed.replace(" ", "").toCharArray()) {
            int next = title.indexOf(letter, at);
            if (next < 0) {
                return OptionalInt.empty();
            }
            run = run && next == at;
            score += run ? RUN : 0;
            score += next == 0 || title.charAt(next - 1) == ' ' ? BEGINNING : 0;
            score -= run ? 0 : Math.min(next - at, RUN);
            run = true;
            at = next + 1;
        }
        return OptionalInt.of(score);
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.getDefault())
                .replaceAll("[^\\p{L}\\p{N} ]", "")
                .strip();
    }
}
