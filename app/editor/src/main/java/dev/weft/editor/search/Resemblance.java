package dev.weft.editor.search;

import java.util.Locale;

/// How well what people type fits a name. Greater is better; 0 means not at all.
final class Resemblance {
    private static final int WHOLE = 120;
    private static final int BEGINNING = 100;
    private static final int WORD = 80;
    private static final int INITIALS = 70;
    private static final int PART = 50;
    private static final int LETTERS = 30;

    private Resemblance() {}

    /// Compares what was typed with a name: the whole name before its beginning, the beginning of a word, the
    /// first
    /// letters of its words, a part of it, and its letters in this order.
    ///
    /// @param typed in lower case, without blanks around it
    static int of(String typed, String name) {
        String candidate = name.toLowerCase(Locale.ROOT);
        if (candidate.equals(typed)) {
            return WHOLE;
        }
        if (candidate.startsWith(typed)) {
            return BEGINNING;
        }
        int at = candidate.indexOf(typed);
        if (at > 0 && beginsWord(name, at)) {
            return WORD;
        }
        if (typed.length() > 1 && initials(name).startsWith(typed)) {
            return INITIALS;
        }
        if (at > 0 && typed.length() > 1) {
            return PART;
        }
        int spread = spread(typed, candidate);
        return spread < 0 || spread > typed.length() ? 0 : LETTERS - Math.min(LETTERS - 1, spread);
    }

    /// Compares what was typed with the words of a text, which must begin so.
    static boolean inText(String typed, String text) {
        String candidate = text.toLowerCase(Locale.ROOT);
        for (int at = candidate.indexOf(typed); at >= 0; at = candidate.indexOf(typed, at + 1)) {
            if (at == 0 || beginsWord(text, at)) {
                return true;
            }
        }
        return false;
    }

    private static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLetterOrDigit(name.charAt(i)) && (i == 0 || beginsWord(name, i))) {
                initials.append(Character.toLowerCase(name.charAt(i)));
            }
        }
        return initials.toString();
    }

    /// A word begins after what is no letter, and at a capital after a small letter, as in `KSampler` or
    /// `LoadImage`.
    private static boolean beginsWord(String name, int at) {
        char before = name.charAt(at - 1);
        return !Character.isLetterOrDigit(before)
                || (Character.isUpperCase(name.charAt(at)) && Character.isLowerCase(before));
    }

    /// How many letters lie between those that were typed; negative if they are not there in this order. The
    /// first must
    /// begin the candidate or a word of it, because letters from anywhere fit almost every name.
    private static int spread(String typed, String candidate) {
        if (typed.length() < 3) {
            return -1;
        }
        int first = -1;
        int from = 0;
        for (int i = 0; i < typed.length(); i++) {
            int at = candidate.indexOf(typed.charAt(i), from);
            if (at < 0) {
                return -1;
            }
            first = first < 0 ? at : first;
            from = at + 1;
        }
        boolean atWord = first == 0 || !Character.isLetterOrDigit(candidate.charAt(first - 1));
        return atWord ? from - first - typed.length() : -1;
    }
}
