package dev.weft.graph.json;

/// Shortens what users wrote so that it fits into a sentence of one line.
public final class Excerpt {
    private static final int LONGEST = 60;

    private Excerpt() {}

    /// The text in quotation marks, shortened, with control characters as escapes.
    public static String quoted(String text) {
        return JsonLayout.quoted(shortened(text));
    }

    /// The text without quotation marks, shortened, with control characters as escapes.
    public static String plain(String text) {
        String quoted = quoted(text);
        return quoted.substring(1, quoted.length() - 1);
    }

    /// A value as JSON, shortened; of arrays and objects only the sort.
    public static String of(JsonValue value) {
        return switch (value) {
            case JsonObject ignored -> "an object";
            case JsonArray ignored -> "an array";
            case JsonString text -> "the text " + quoted(text.value());
            case JsonNumber number -> "the number " + shortened(number.literal());
            case JsonBoolean flag -> flag.toString();
            case JsonNull ignored -> "null";
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
