package dev.weft.editor.canvas.board;

import java.util.List;
import java.util.Map;

/// The colours that people can give to nodes, groups and notes.
public final class Tints {
    /// Names of the colours in the order in which they are offered.
    public static final List<String> NAMES =
            List.of("red", "orange", "yellow", "green", "cyan", "blue", "purple", "pink");

    private static final Map<String, String> VALUES = Map.of(
            "red", "#d9534f",
            "orange", "#d98a3d",
            "yellow", "#c9ae3a",
            "green", "#4fa36b",
            "cyan", "#3f9fb0",
            "blue", "#4f7fd9",
            "purple", "#8a63d2",
            "pink", "#c75a9b");

    private Tints() {}

    /// The colour of a name, or the name itself if it is a colour such as `#d9534f`; empty if it is neither.
    public static String web(String color) {
        String named = VALUES.getOrDefault(color, color);
        return named.matches("#[0-9a-fA-F]{6}") ? named : "";
    }

    /// Style that sets the looked-up colour `-weft-tint`, or none.
    static String style(String color) {
        String web = web(color);
        return web.isEmpty() ? "" : "-weft-tint: " + web + ";";
    }
}
