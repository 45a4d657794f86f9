package dev.weft.graph.json;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// A part of a JSON tree, named by the way to it: `nodes[2].position`.
///
/// @param parent what holds it, or null for the whole text
/// @param key its name, or empty if it is an element
/// @param index its number in an array, from 0
record JsonPlace(@Nullable JsonPlace parent, String key, int index) {
    static final JsonPlace ROOT = new JsonPlace(null, "", 0);

    JsonPlace member(String name) {
        return new JsonPlace(this, name, -1);
    }

    JsonPlace element(int number) {
        return new JsonPlace(this, "", number);
    }

    /// The steps from the whole text to here, without the whole text.
    Iterable<JsonPlace> steps() {
        Deque<JsonPlace> steps = new ArrayDeque<>();
        for (JsonPlace each = this; each.parent != null; each = each.parent) {
            steps.addFirst(each);
        }
        return steps;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (JsonPlace step : steps()) {
            if (step.index >= 0) {
                text.append('[').append(step.index).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(Excerpt.plain(step.key));
            }
        }
        return text.toString();
    }
}
