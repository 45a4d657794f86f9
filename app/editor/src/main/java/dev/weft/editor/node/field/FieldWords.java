package dev.weft.editor.node.field;

import dev.weft.editor.text.Texts;
import java.util.MissingResourceException;

/// What people read in place of the names that parameters, ports and groups have in files.
public final class FieldWords {
    private static final Texts TEXTS = Texts.of(FieldWords.class);

    private FieldWords() {}

    /// A parameter's name: `batch_size` is "Batch".
    public static String label(String parameter) {
        return words("parameter." + parameter, sentence(parameter));
    }

    /// A parameter's name where there is little room: `width` is "W".
    static String shortLabel(String parameter) {
        return words("short." + parameter, label(parameter));
    }

    /// A port's name: `style_a` is "style a".
    public static String port(String name) {
        return name.replace('_', ' ');
    }

    /// A group's name.
    static String group(String id) {
        return words("group." + id, sentence(id));
    }

    private static String words(String key, String otherwise) {
        try {
            return TEXTS.get(key);
        } catch (MissingResourceException e) {
            return otherwise;
        }
    }

    private static String sentence(String name) {
        String words = name.replace('_', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
