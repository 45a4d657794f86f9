package dev.weft.editor.edit;

import java.text.Normalizer;
import java.util.Locale;

/// Names of ports and subgraphs, as files and links have them, from what people write.
final class PortNames {
    private PortNames() {}

    /// Lower-case words joined by `_`; another name if nothing is left of it.
    static String of(String text, String otherwise) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replace("ß", "ss")
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^[_0-9]+|_+$", "");
        String shortened = plain.length() > 60 ? plain.substring(0, 60) : plain;
        return shortened.isEmpty() ? otherwise : shortened;
    }
}
