package dev.weft.graph.json;

import dev.weft.graph.Bounds;
import dev.weft.graph.ExposedParameter;
import dev.weft.graph.Group;
import dev.weft.graph.Link;
import dev.weft.graph.Look;
import dev.weft.graph.Mode;
import dev.weft.graph.Node;
import dev.weft.graph.Note;
import dev.weft.graph.Position;
import dev.weft.graph.Subgraph;
import dev.weft.graph.View;
import dev.weft.graph.Workflow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
        members.put("weft", JsonNumber.of(workflow.formatVersion()));
        putText(members, "title", workflow.title());
        members.put("nodes", array(workflow.nodes(), WorkflowWriter::json));
        members.put("links", array(workflow.links(), WorkflowWriter::json));
        if (!workflow.groups().isEmpty()) {
            members.put("groups", array(workflow.groups(), WorkflowWriter::json));
        }
        if (!workflow.notes().isEmpty()) {
            members.put("notes", array(workflow.notes(), WorkflowWriter::json));
        }
        if (!workflow.subgraphs().isEmpty()) {
            members.put("subgraphs", array(workflow.subgraphs(), WorkflowWriter::json));
        }
        if (!workflow.form().isEmpty()) {
            members.put("form", array(workflow.form(), WorkflowWriter::json));
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
        if (node.mode() != Mode.ACTIVE) {
            members.put("mode", word(node.mode()));
        }
        JsonObject look = json(node.look());
        if (!look.members().isEmpty()) {
            members.put("look", look);
        }
        if (!node.parameters().isEmpty()) {
            members.put("parameters", new JsonObject(node.parameters()));
        }
        if (!node.seedChanges().isEmpty()) {
            Map<String, JsonValue> changes = new LinkedHashMap<>();
            node.seedChanges().forEach((seed, change) -> changes.put(seed, word(change)));
            members.put("seed_changes", new JsonObject(changes));
        }
        return withExtra(members, node.extra());
    }

    private static JsonObject json(Look look) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        look.width().ifPresent(width -> members.put("width", width));
        look.height().ifPresent(height -> members.put("height", height));
        if (look.collapsed()) {
            members.put("collapsed", new JsonBoolean(true));
        }
        if (look.pinned()) {
            members.put("pinned", new JsonBoolean(true));
        }
        putText(members, "color", look.color());
        if (!look.folded().isEmpty()) {
            members.put("folded", array(look.folded(), JsonString::new));
        }
        return withExtra(members, look.extra());
    }

    private static JsonObject json(ExposedParameter exposed) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        putText(members, "name", exposed.name());
        members.put("node", new JsonString(exposed.node()));
        members.put("parameter", new JsonString(exposed.parameter()));
        return withExtra(members, exposed.extra());
    }

    private static JsonObject json(Subgraph subgraph) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("id", new JsonString(subgraph.id()));
        putText(members, "title", subgraph.title());
        members.put("inputs", array(subgraph.inputs(), JsonString::new));
        members.put("outputs", array(subgraph.outputs(), JsonString::new));
        if (!subgraph.parameters().isEmpty()) {
            members.put("parameters", array(subgraph.parameters(), WorkflowWriter::json));
        }
        members.put("nodes", array(subgraph.nodes(), WorkflowWriter::json));
        members.put("links", array(subgraph.links(), WorkflowWriter::json));
        if (!subgraph.groups().isEmpty()) {
            members.put("groups", array(subgraph.groups(), WorkflowWriter::json));
        }
        if (!subgraph.notes().isEmpty()) {
            members.put("notes", array(subgraph.notes(), WorkflowWriter::json));
        }
        subgraph.view().ifPresent(view -> members.put("view", json(view)));
        return withExtra(members, subgraph.extra());
    }

    private static JsonString word(Enum<?> constant) {
        return new JsonString(constant.name().toLowerCase(Locale.ROOT));
    }

    private static JsonObject json(Link link) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("from", new JsonString(link.from().toString()));
        members.put("to", new JsonString(link.to().toString()));
        if (!link.reroutes().isEmpty()) {
            members.put("reroutes", array(link.reroutes(), WorkflowWriter::json));
        }
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
