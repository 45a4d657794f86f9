package dev.weft.editor.canvas.board;

import java.util.List;
import java.util.Map;

/// The colours that people can give to nodes, groups and notes.
public final class Tints {
    /// Names of the colours in the order in which they are offered.
    public static final List<String> NAMES =
            List.of("red", "orange", "yellow", "green", "cyan", "blue", "purple", "pink");

    private static final Map<String, String> VALUES = Map.of(
            "red", "-weft-err",
            "orange", "-weft-p-cond",
            "yellow", "-weft-p-clip",
            "green", "-weft-ok",
            "cyan", "-weft-p-style",
            "blue", "-weft-p-image",
            "purple", "-weft-p-model",
            "pink", "-weft-p-latent");

    private Tints() {}

    /// The colour of a name as a style sheet has it, or the name itself if it is a colour such as `#d9534f`;
    /// empty if
    /// it is neither.
    public static String web(String color) {
        return VALUES.getOrDefault(color, color.matches("#[0-9a-fA-F]{6}") ? color : "");
    }

    /// Style that sets the looked-up colour `-weft-tint`, or none.
    static String style(String color) {
        String web = web(color);
        return web.isEmpty() ? "" : "-weft-tint: " + web + ";";
    }
}
