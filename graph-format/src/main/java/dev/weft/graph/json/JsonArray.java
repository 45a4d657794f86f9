package dev.weft.graph.json;

import java.util.List;

/// An ordered list of values.
public record JsonArray(List<JsonValue> elements) implements JsonValue {
    /// Takes a copy.
    public JsonArray {
        elements = List.copyOf(elements);
    }

    /// An array of these values.
    public static JsonArray of(JsonValue... elements) {
        return new JsonArray(List.of(elements));
    }

    @Override
    public String toString() {
        return JsonLayout.oneLine(this);
    }
}
