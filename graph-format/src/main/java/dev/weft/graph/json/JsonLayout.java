package dev.weft.graph.json;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Writes JSON text in the one layout that Weft uses: two spaces of indent, one member or element a line. What
/// holds only plain values stands on one line where it fits: arrays, and objects that are elements of an array.
///
/// Written by hand because a streaming generator decides about line breaks before it knows what follows, and
/// writes half surrogate pairs as they are, which no UTF-8 file can hold.
final class JsonLayout {
    /// Nesting beyond this is neither read nor written.
    static final int MAXIMUM_DEPTH = 200;

    private static final int LINE_WIDTH = 100;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder text = new StringBuilder(1024);

    private JsonLayout() {}

    /// The text of a document, ending in a line feed. The elements of the arrays that `tall` names among the
    /// root's members are never put on one line.
    ///
    /// @throws IllegalArgumentException if `root` is nested deeper than [#MAXIMUM_DEPTH]
    static String document(JsonObject root, List<String> tall) {
        JsonLayout layout = new JsonLayout();
        layout.writeDocument(root, tall);
        return layout.text.append('\n').toString();
    }

    /// The text of a value, as a document's part.
    static String pretty(JsonValue value) {
        JsonLayout layout = new JsonLayout();
        layout.write(value, 0, false);
        return layout.text.toString();
    }

    /// The text of a value without line breaks.
    static String oneLine(JsonValue value) {
        JsonLayout layout = new JsonLayout();
        layout.writeFlat(value, 0);
        return layout.text.toString();
    }

    /// A JSON string literal.
    static String quoted(String value) {
        JsonLayout layout = new JsonLayout();
        layout.writeString(value);
        return layout.text.toString();
    }

    private void writeDocument(JsonObject root, List<String> tall) {
        if (root.members().isEmpty()) {
            text.append("{}");
            return;
        }
        text.append('{');
        String separator = "";
        for (Map.Entry<String, JsonValue> member : root.members().entrySet()) {
            text.append(separator);
            startMember(member.getKey(), 1);
            if (tall.contains(member.getKey()) && member.getValue() instanceof JsonArray array) {
                writeArray(array, 1, true);
            } else {
                write(member.getValue(), 1, false);
            }
            separator = ",";
        }
        newLine(0);
        text.append('}');
    }

    private void write(JsonValue value, int depth, boolean mayFlatten) {
        switch (value) {
            case JsonObject object -> {
                if (!mayFlatten || !flattened(object.members().values(), object, depth)) {
                    writeObject(object, depth);
                }
            }
            case JsonArray array -> {
                if (!flattened(array.elements(), array, depth)) {
                    writeArray(array, depth, false);
                }
            }
            default -> writeFlat(value, depth);
        }
    }

    private void writeObject(JsonObject object, int depth) {
        refuseBeyondDepth(depth);
        text.append('{');
        String separator = "";
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            text.append(separator);
            startMember(member.getKey(), depth + 1);
            write(member.getValue(), depth + 1, false);
            separator = ",";
        }
        if (!object.members().isEmpty()) {
            newLine(depth);
        }
        text.append('}');
    }

    private void writeArray(JsonArray array, int depth, boolean tall) {
        refuseBeyondDepth(depth);
        text.append('[');
        String separator = "";
        for (JsonValue element : array.elements()) {
            text.append(separator);
            newLine(depth + 1);
            write(element, depth + 1, !tall);
            separator = ",";
        }
        if (!array.elements().isEmpty()) {
            newLine(depth);
        }
        text.append(']');
    }

    /// Writes a container of plain values on the line that is begun, and takes it back if that becomes too
    /// long.
    private boolean flattened(Iterable<JsonValue> parts, JsonValue container, int depth) {
        for (JsonValue part : parts) {
            if (part instanceof JsonObject || part instanceof JsonArray) {
                return false;
            }
        }
        int start = text.length();
        writeFlat(container, depth);
        if (text.length() - (text.lastIndexOf("\n") + 1) <= LINE_WIDTH) {
            return true;
        }
        text.setLength(start);
        return false;
    }

    private void writeFlat(JsonValue value, int depth) {
        switch (value) {
            case JsonString string -> writeString(string.value());
            case JsonNumber number -> text.append(number.literal());
            case JsonBoolean flag -> text.append(flag.value());
            case JsonNull ignored -> text.append("null");
            case JsonArray array -> {
                refuseBeyondDepth(depth);
                text.append('[');
                for (Iterator<JsonValue> each = array.elements().iterator(); each.hasNext(); ) {
                    writeFlat(each.next(), depth + 1);
                    text.append(each.hasNext() ? ", " : "");
                }
                text.append(']');
            }
            case JsonObject object -> {
                refuseBeyondDepth(depth);
                text.append('{');
                String separator = "";
                for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                    text.append(separator);
                    writeString(member.getKey());
                    text.append(": ");
                    writeFlat(member.getValue(), depth + 1);
                    separator = ", ";
                }
                text.append('}');
            }
        }
    }

    private void startMember(String name, int depth) {
        newLine(depth);
        writeString(name);
        text.append(": ");
    }

    private void newLine(int depth) {
        text.append('\n').repeat("  ", depth);
    }

    private static void refuseBeyondDepth(int depth) {
        if (depth >= MAXIMUM_DEPTH) {
            throw new IllegalArgumentException(
                    "a value nested deeper than " + MAXIMUM_DEPTH + " levels is not written");
        }
    }

    private void writeString(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            switch (unit) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                default -> {
                    if (unit < ' ' || HalfPairs.at(value, i)) {
                        writeEscape(unit);
                    } else {
                        text.append(unit);
                    }
                }
            }
        }
        text.append('"');
    }

    private void writeEscape(char unit) {
        text.append("\\u")
                .append(HEX[unit >> 12])
                .append(HEX[unit >> 8 & 15])
                .append(HEX[unit >> 4 & 15])
                .append(HEX[unit & 15]);
    }
}
