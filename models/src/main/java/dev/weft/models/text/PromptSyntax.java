package dev.weft.models.text;

import dev.weft.models.text.PromptPart.Break;
import dev.weft.models.text.PromptPart.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/// Reads the weights of a prompt as ComfyUI does, and `BREAK` as the web UI of AUTOMATIC1111 does.
///
/// `(words)` multiplies the weight around it by 1.1 and `(words:1.2)` sets it to 1.2, whatever is around it; groups may
/// hold groups. `\(` and `\)` are plain parentheses. No prompt is wrong: parentheses without a partner are plain, and
/// so is what stands after a colon where it is no finite number. `BREAK` counts only in capitals and as a word of its
/// own; the white space around it is dropped.
final class PromptSyntax {
    private static final double EMPHASIS = 1.1;
    private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?\\s*");
    private static final Pattern BREAK = Pattern.compile("\\s*\\bBREAK\\b\\s*", Pattern.UNICODE_CHARACTER_CLASS);

    private final List<PromptPart> parts = new ArrayList<>();
    /// What is still to be read, what comes first on top. Groups of any depth need no recursion so.
    private final Deque<Stretch> open = new ArrayDeque<>();

    private PromptSyntax() {}

    /// The parts of a prompt in their order; none for an empty prompt.
    static List<PromptPart> parse(String prompt) {
        PromptSyntax syntax = new PromptSyntax();
        syntax.open.push(new Stretch(prompt, 1, true));
        while (!syntax.open.isEmpty()) {
            Stretch stretch = syntax.open.pop();
            if (stretch.divisible()) {
                Groups.of(stretch).reversed().forEach(syntax.open::push);
            } else {
                syntax.addWords(stretch);
            }
        }
        return List.copyOf(syntax.parts);
    }

    private void addWords(Stretch stretch) {
        String text = stretch.text().replace("\\)", ")").replace("\\(", "(");
        String[] between = BREAK.split(text, -1);
        for (int i = 0; i < between.length; i++) {
            if (i > 0) {
                parts.add(new Break());
            }
            if (!between[i].isEmpty()) {
                parts.add(new Words(between[i], stretch.weight()));
            }
        }
    }

    /// Text of one weight.
    ///
    /// @param divisible whether it may hold groups
    private record Stretch(String text, double weight, boolean divisible) {
        /// What stands between a group's parentheses.
        Stretch inside(String group) {
            int colon = group.lastIndexOf(':');
            if (colon > 0) {
                String number = group.substring(colon + 1);
                double set = NUMBER.matcher(number).matches() ? Double.parseDouble(number) : Double.NaN;
                if (Double.isFinite(set)) {
                    return new Stretch(group.substring(0, colon), set, true);
                }
            }
            return new Stretch(group, weight * EMPHASIS, true);
        }

        Stretch plain(String words) {
            return new Stretch(words, weight, false);
        }
    }

    /// Divides a stretch at its outermost groups.
    ///
    /// The depth falls below 0 at a closing parenthesis without a partner, and the next opening one only brings it
    /// back to 0: as ComfyUI counts, that one opens no group.
    private static final class Groups {
        private final Stretch whole;
        private final List<Stretch> found = new ArrayList<>();
        private final StringBuilder current = new StringBuilder();
        private int depth;
        private boolean opened;

        private Groups(Stretch whole) {
            this.whole = whole;
        }

        static List<Stretch> of(Stretch whole) {
            Groups groups = new Groups(whole);
            groups.divide(whole.text());
            return groups.found;
        }

        private void divide(String text) {
            boolean closedLast = false;
            for (int i = 0; i < text.length(); i++) {
                char sign = text.charAt(i);
                closedLast = sign == ')';
                if (sign == '\\' && i + 1 < text.length() && "()".indexOf(text.charAt(i + 1)) >= 0) {
                    current.append(sign).append(text.charAt(++i));
                } else if (sign == '(') {
                    open();
                } else if (sign == ')') {
                    close();
                } else {
                    current.append(sign);
                }
            }
            // A group that is left open at the end is still one where the text ends with another's closing.
            if (opened && closedLast) {
                addGroup(current.substring(1, current.length() - 1));
            } else {
                addPlain();
            }
        }

        private void open() {
            if (depth == 0) {
                addPlain();
                opened = true;
            }
            current.append('(');
            depth++;
        }

        private void close() {
            depth--;
            if (depth == 0) {
                addGroup(current.substring(1));
            } else {
                current.append(')');
            }
        }

        private void addGroup(String inside) {
            found.add(whole.inside(inside));
            current.setLength(0);
            opened = false;
        }

        private void addPlain() {
            if (!current.isEmpty()) {
                found.add(whole.plain(current.toString()));
                current.setLength(0);
            }
            opened = false;
        }
    }
}
