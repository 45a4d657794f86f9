package dev.weft.editor.node.field;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Weighs the words at the caret of a prompt: `crown` becomes `(crown:1.1)`.
///
/// @param text of the whole prompt
/// @param from where the selection begins
/// @param to where it ends
record PromptWeight(String text, int from, int to) {
    /// How much one key press changes a weight.
    static final BigDecimal STEP = new BigDecimal("0.05");

    private static final String ENDS_WORD = " .,\\/!?%^*;:{}=-_`~()\r\n\t";
    private static final Pattern WEIGHED = Pattern.compile("\\((.*):([-+]?\\d+(?:\\.\\d+)?)\\)", Pattern.DOTALL);

    /// The prompt with another weight for what is selected, or for the word at the caret. A weight of 1 needs
    /// no
    /// brackets.
    ///
    /// @param change added to the weight
    PromptWeight weighed(BigDecimal change) {
        PromptWeight place = from == to ? atCaret() : trimmed();
        if (place.from == place.to) {
            return this;
        }
        place = place.withBrackets();
        Matcher matcher = WEIGHED.matcher(text.substring(place.from, place.to));
        boolean weighed = matcher.matches();
        String words = weighed ? matcher.group(1) : text.substring(place.from, place.to);
        BigDecimal before = weighed ? new BigDecimal(matcher.group(2)) : BigDecimal.ONE;
        BigDecimal after = before.add(change);
        String replaced = after.compareTo(BigDecimal.ONE) == 0 ? words : "(" + words + ":" + shortest(after) + ")";
        int start = after.compareTo(BigDecimal.ONE) == 0 ? place.from : place.from + 1;
        return new PromptWeight(
                text.substring(0, place.from) + replaced + text.substring(place.to), start, start + words.length());
    }

    private static String shortest(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 1 ? stripped.setScale(1) : stripped).toPlainString();
    }

    private PromptWeight trimmed() {
        int start = from;
        int end = to;
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return new PromptWeight(text, start, end);
    }

    /// The brackets around the caret if they weigh something, or the word there.
    private PromptWeight atCaret() {
        Matcher matcher = Pattern.compile("\\([^()]*:[-+]?\\d+(?:\\.\\d+)?\\)").matcher(text);
        while (matcher.find()) {
            if (matcher.start() <= from && from <= matcher.end()) {
                return new PromptWeight(text, matcher.start(), matcher.end());
            }
        }
        int start = from;
        int end = from;
        while (start > 0 && ENDS_WORD.indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        while (end < text.length() && ENDS_WORD.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return new PromptWeight(text, start, end);
    }

    /// Takes in the brackets and the weight that stand right around the selection.
    private PromptWeight withBrackets() {
        if (from == 0 || text.charAt(from - 1) != '(') {
            return this;
        }
        Matcher after = Pattern.compile(":[-+]?\\d+(?:\\.\\d+)?\\)").matcher(text);
        after.region(to, text.length());
        return after.lookingAt() ? new PromptWeight(text, from - 1, after.end()) : this;
    }
}
