package dev.weft.graph.json;

/// A text. It may hold any UTF-16 unit, half a surrogate pair too; such a one is written as an escape.
public record JsonString(String value) implements JsonValue {
    @Override
    public String toString() {
        return JsonLayout.quoted(value);
    }
}
