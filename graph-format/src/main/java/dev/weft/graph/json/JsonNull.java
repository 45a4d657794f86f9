package dev.weft.graph.json;

/// `null`.
public record JsonNull() implements JsonValue {
    /// The one value there is.
    public static final JsonNull NULL = new JsonNull();

    @Override
    public String toString() {
        return "null";
    }
}
