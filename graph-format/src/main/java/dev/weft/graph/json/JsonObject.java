package dev.weft.graph.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Named values in the order in which they were written.
///
/// @param members values by name; no name holds half a surrogate pair
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {
    /// The object without members.
    public static final JsonObject EMPTY = new JsonObject(Map.of());

    /// Takes a copy, in the iteration order of `members`.
    ///
    /// @throws IllegalArgumentException if a name holds half a surrogate pair
    public JsonObject {
        for (String name : members.keySet()) {
            if (HalfPairs.in(name)) {
                throw new IllegalArgumentException("the name " + JsonLayout.quoted(name) + " holds half a character");
            }
        }
        members = members.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /// The member of this name.
    public Optional<JsonValue> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /// This object with one member set; a new one comes last.
    public JsonObject with(String name, JsonValue value) {
        Map<String, JsonValue> changed = new LinkedHashMap<>(members);
        changed.put(name, value);
        return new JsonObject(changed);
    }

    /// This object without one member.
    public JsonObject without(String name) {
        Map<String, JsonValue> changed = new LinkedHashMap<>(members);
        changed.remove(name);
        return new JsonObject(changed);
    }

    @Override
    public String toString() {
        return JsonLayout.oneLine(this);
    }
}
