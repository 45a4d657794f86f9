package dev.weft.editor.node;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The colours that people give to heads of nodes.
final class NodeTint {
    private static final Map<String, String> NAMES = Map.of(
            "red", "-weft-err",
            "orange", "-weft-p-cond",
            "yellow", "-weft-p-clip",
            "green", "-weft-ok",
            "cyan", "-weft-p-style",
            "blue", "-weft-p-image",
            "purple", "-weft-p-model",
            "pink", "-weft-p-latent");

    private NodeTint() {}

    /// The colour as a style sheet has it; nothing for the usual look and for words that name no colour.
    static Optional<String> of(String color) {
        if (color.matches("#[0-9a-fA-F]{6}")) {
            return Optional.of(color);
        }
        return Optional.ofNullable(NAMES.get(color.toLowerCase(Locale.ROOT)));
    }
}
