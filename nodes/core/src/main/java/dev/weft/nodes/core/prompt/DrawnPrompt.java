package dev.weft.nodes.core.prompt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes a prompt of one in which choices are left open.
///
/// `{a|b|c}` becomes one of its choices, each as likely as its weight says: `{2::a|b}` is `a` twice as often as `b`.
/// `__name__` becomes a line of the file `name.txt`, `__folder/name__` one of a file in a folder. Choices and lines may
/// hold further ones. `\{`, `\|`, `\}` and `\__` are the plain signs; braces without a partner are plain, too.
public final class DrawnPrompt {
    /// How deep lines may lead to lines.
    static final int DEEPEST = 20;
    /// How long a prompt may become, in characters.
    static final int LONGEST = 100_000;

    private static final Pattern WILDCARD = Pattern.compile("__([\\p{L}\\p{N}](?:[\\p{L}\\p{N} ./-]|_(?!_)){0,200})__");
    private static final Pattern WEIGHT = Pattern.compile("\\s*(\\d{1,9}(?:\\.\\d{1,9})?|\\.\\d{1,9})::");

    private final WildcardFiles files;
    private final Lots lots;
    private final StringBuilder made = new StringBuilder();

    private DrawnPrompt(WildcardFiles files, Lots lots) {
        this.files = files;
        this.lots = lots;
    }

    /// Makes the prompts of a batch. Each draws lots of its own, so that a prompt does not depend on those before it.
    ///
    /// @param templates as people write them
    /// @param wildcards the folder of the files
    /// @param seed what the lots depend on beside the number of the prompt
    /// @throws PromptException if a file is missing or no text, or files lead to each other without end
    public static List<String> all(List<String> templates, Path wildcards, long seed) throws PromptException {
        WildcardFiles files = new WildcardFiles(wildcards.toAbsolutePath().normalize());
        List<String> prompts = new ArrayList<>();
        for (int i = 0; i < templates.size(); i++) {
            DrawnPrompt prompt = new DrawnPrompt(files, new Lots(seed, i));
            prompt.add(templates.get(i), 0);
            prompts.add(prompt.made.toString());
        }
        return List.copyOf(prompts);
    }

    private void add(String template, int depth) throws PromptException {
        Matcher wildcard = WILDCARD.matcher(template);
        int i = 0;
        while (i < template.length()) {
            char sign = template.charAt(i);
            if (sign == '\\' && isSign(template, i + 1)) {
                int length = template.charAt(i + 1) == '_' ? 2 : 1;
                made.append(template, i + 1, i + 1 + length);
                i += 1 + length;
            } else if (sign == '{' && Choices.end(template, i) > i) {
                int end = Choices.end(template, i);
                add(choice(Choices.of(template, i, end)), deeper(depth, template));
                i = end + 1;
            } else if (sign == '_' && wildcard.region(i, template.length()).lookingAt()) {
                List<String> lines = files.lines(wildcard.group(1).strip());
                add(lines.get(lots.oneOf(lines.size())), deeper(depth, template));
                i = wildcard.end();
            } else {
                made.append(sign);
                i++;
            }
        }
        if (made.length() > LONGEST) {
            throw new PromptException("The prompt becomes longer than " + LONGEST
                    + " characters where wildcards put text into it; use fewer, or shorter lines.");
        }
    }

    private static boolean isSign(String template, int index) {
        return index < template.length()
                && ("{|}".indexOf(template.charAt(index)) >= 0 || template.startsWith("__", index));
    }

    private static int deeper(int depth, String template) throws PromptException {
        if (depth == DEEPEST) {
            throw new PromptException("Wildcards and choices lie more than " + DEEPEST + " deep in each other at '"
                    + (template.length() > 60 ? template.substring(0, 60) + "…" : template)
                    + "'; check whether a file leads back to itself.");
        }
        return depth + 1;
    }

    private String choice(List<String> choices) {
        double[] ends = new double[choices.size()];
        double sum = 0;
        for (int i = 0; i < ends.length; i++) {
            Matcher weight = WEIGHT.matcher(choices.get(i));
            sum += weight.lookingAt() ? Double.parseDouble(weight.group(1)) : 1;
            ends[i] = sum;
        }
        double lot = lots.fraction() * sum;
        int chosen = 0;
        while (chosen < ends.length - 1 && lot >= ends[chosen]) {
            chosen++;
        }
        Matcher weight = WEIGHT.matcher(choices.get(chosen));
        return weight.lookingAt() ? choices.get(chosen).substring(weight.end()) : choices.get(chosen);
    }
}
