package dev.weft.graph.json;

import dev.weft.graph.Bounds;
import dev.weft.graph.Group;
import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.Note;
import dev.weft.graph.Position;
import dev.weft.graph.View;
import dev.weft.graph.Workflow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Writes the text of a `*.weft.json` file in the canonical layout, which depends on nothing but the workflow.
///
/// Known keys come first and in the order of the records' `KEYS`, then unknown ones in the order in which they
/// were read. Titles, colours, groups, notes and parameters that are empty are left out. A file that has this
/// layout is written byte for byte as it was read.
public final class WorkflowWriter {
    private static final List<String> TALL = List.of("nodes");

    private WorkflowWriter() {}

    /// The text, ending in a line feed.
    ///
    /// @throws IllegalArgumentException if an unknown key or a parameter holds a value nested deeper than a
    /// reader takes
    public static String toText(Workflow workflow) {
        return JsonLayout.document(json(workflow), TALL);
    }

    private static JsonObject json(Workflow workflow) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("weft", JsonNumber.of(Workflow.FORMAT_VERSION));
        putText(members, "title", workflow.title());
        members.put("nodes", array(workflow.nodes(), WorkflowWriter::json));
        members.put("links", array(workflow.links(), WorkflowWriter::json));
        if (!workflow.groups().isEmpty()) {
            members.put("groups", array(workflow.groups(), WorkflowWriter::json));
        }
        if (!workflow.notes().isEmpty()) {
            members.put("notes", array(workflow.notes(), WorkflowWriter::json));
        }
        workflow.view().ifPresent(view -> members.put("view", json(view)));
        return withExtra(members, workflow.extra());
    }

    private static JsonObject json(Node node) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("id", new JsonString(node.id()));
        members.put("type", new JsonString(node.type().toString()));
        members.put("version", JsonNumber.of(node.version()));
        putText(members, "title", node.title());
        node.position().ifPresent(position -> members.put("position", json(position)));
        if (!node.parameters().isEmpty()) {
            members.put("parameters", new JsonObject(node.parameters()));
        }
        return withExtra(members, node.extra());
    }

    private static JsonObject json(Link link) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("from", new JsonString(link.from().toString()));
        members.put("to", new JsonString(link.to().toString()));
        return withExtra(members, link.extra());
    }

    private static JsonObject json(Group group) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        putText(members, "title", group.title());
        members.put("bounds", json(group.bounds()));
        putText(members, "color", group.color());
        return withExtra(members, group.extra());
    }

    private static JsonObject json(Note note) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("text", new JsonString(note.text()));
        members.put("bounds", json(note.bounds()));
        putText(members, "color", note.color());
        return withExtra(members, note.extra());
    }

    private static JsonObject json(View view) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("center", json(view.center()));
        members.put("zoom", view.zoom());
        return withExtra(members, view.extra());
    }

    private static JsonArray json(Position position) {
        return JsonArray.of(position.x(), position.y());
    }

    private static JsonArray json(Bounds bounds) {
        return JsonArray.of(bounds.x(), bounds.y(), bounds.width(), bounds.height());
    }

    private static <T> JsonArray array(List<T> parts, Function<T, JsonValue> conversion) {
        return new JsonArray(parts.stream().map(conversion).toList());
    }

    private static void putText(Map<String, JsonValue> members, String key, String text) {
        if (!text.isEmpty()) {
            members.put(key, new JsonString(text));
        }
    }

    private static JsonObject withExtra(Map<String, JsonValue> members, JsonObject extra) {
        members.putAll(extra.members());
        return new JsonObject(members);
    }
}
