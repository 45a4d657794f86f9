package dev.weft.graph.json;

import dev.weft.graph.Bounds;
import dev.weft.graph.ExposedParameter;
import dev.weft.graph.Group;
import dev.weft.graph.Link;
import dev.weft.graph.Look;
import dev.weft.graph.Mode;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.Note;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Position;
import dev.weft.graph.SeedChange;
import dev.weft.graph.Subgraph;
import dev.weft.graph.View;
import dev.weft.graph.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes records from a JSON tree. Keys that may be left out: all but `weft`, a node's `id` and `type`, a
/// link's ends, `bounds`, a note's `text` and a view's parts.
final class WorkflowMapping {
    private WorkflowMapping() {}

    static Workflow workflow(JsonValue root) throws MisplacedValueException {
        if (!(root instanceof JsonObject document)) {
            throw MisplacedValueException.saying(
                    JsonPlace.ROOT,
                    "this is not a Weft workflow but " + Excerpt.of(root) + "; give a file saved by Weft");
        }
        refuseOtherFormats(document);
        ObjectMapping fields = new ObjectMapping(document, JsonPlace.ROOT);
        return new Workflow(
                fields.text("title"),
                fields.elements("nodes", WorkflowMapping::node),
                fields.elements("links", WorkflowMapping::link),
                fields.elements("groups", WorkflowMapping::group),
                fields.elements("notes", WorkflowMapping::note),
                fields.elements("subgraphs", WorkflowMapping::subgraph),
                fields.elements("form", WorkflowMapping::exposed),
                fields.optional("view", WorkflowMapping::view),
                fields.extra(Workflow.KEYS));
    }

    private static void refuseOtherFormats(JsonObject document) throws MisplacedValueException {
        Optional<JsonValue> mark = document.get("weft");
        if (mark.isEmpty()) {
            throw MisplacedValueException.saying(
                    JsonPlace.ROOT,
                    ComfyUiMarks.in(document)
                            ? "this is a ComfyUI workflow, not one of Weft; give a file saved by Weft"
                            : "this is not a Weft workflow, as it has no \"weft\" key; give a file saved by Weft");
        }
        JsonPlace place = JsonPlace.ROOT.member("weft");
        int version = ObjectMapping.wholeFrom1(mark.get(), place);
        if (version > Workflow.FORMAT_VERSION) {
            throw MisplacedValueException.saying(
                    place,
                    "the file has format version " + version + ", but this Weft reads only up to version "
                            + Workflow.FORMAT_VERSION + "; install a newer Weft");
        }
    }

    private static Node node(JsonValue value, JsonPlace place) throws MisplacedValueException {
        ObjectMapping fields = ObjectMapping.of(value, place);
        String id = fields.requiredText("id");
        if (id.isEmpty()) {
            throw MisplacedValueException.of(place.member("id"), "is empty; give the node an id");
        }
        return new Node(
                id,
                fields.parsed("type", NodeTypeId::parse),
                fields.version("version"),
                fields.text("title"),
                fields.optional("position", WorkflowMapping::position),
                fields.optional("mode", (mode, at) -> ObjectMapping.word(mode, at, Mode.values()))
                        .orElse(Mode.ACTIVE),
                fields.optional("look", WorkflowMapping::look).orElse(Look.USUAL),
                fields.object("parameters").members(),
                seedChanges(fields.object("seed_changes"), place.member("seed_changes")),
                fields.extra(Node.KEYS));
    }

    private static Map<String, SeedChange> seedChanges(JsonObject object, JsonPlace place)
            throws MisplacedValueException {
        Map<String, SeedChange> changes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            JsonPlace at = place.member(member.getKey());
            changes.put(member.getKey(), ObjectMapping.word(member.getValue(), at, SeedChange.values()));
        }
        return changes;
    }

    private static Look look(JsonValue value, JsonPlace place) throws MisplacedValueException {
        ObjectMapping fields = ObjectMapping.of(value, place);
        return new Look(
                fields.optional("width", ObjectMapping::number),
                fields.optional("height", ObjectMapping::number),
                fields.optional("collapsed", ObjectMapping::flag).orElse(false),
                fields.optional("pinned", ObjectMapping::flag).orElse(false),
                fields.text("color"),
                fields.elements("folded", ObjectMapping::asText),
                fields.extra(Look.KEYS));
    }

    private static ExposedParameter exposed(JsonValue value, JsonPlace place) throws MisplacedValueException {
        ObjectMapping fields = ObjectMapping.of(value, place);
        return new ExposedParameter(
                fields.text("name"),
                fields.requiredText("node"),
                fields.requiredText("parameter"),
                fields.extra(ExposedParameter.KEYS));
    }

    private static Subgraph subgraph(JsonValue value, JsonPlace place) throws MisplacedValueException {
        ObjectMapping fields = ObjectMapping.of(value, place);
        return new Subgraph(
                fields.parsed("id", Subgraph::checkedId),
                fields.text("title"),
                fields.elements("inputs", ObjectMapping::asText),
                fields.elements("outputs", ObjectMapping::asText),
                fields.elements("parameters", WorkflowMapping::exposed),
                fields.elements("nodes", WorkflowMapping::node),
                fields.elements("links", WorkflowMapping::link),
                fields.elements("groups", WorkflowMapping::group),
                fields.elements("notes", WorkflowMapping::note),
                fields.optional("view", WorkflowMapping::view),
                fields.extra(Subgraph.KEYS));
    }

    private static Link link(JsonValue value, JsonPlace place) throws MisplacedValueException {
        ObjectMapping fields = ObjectMapping.of(value, place);
        return new Link(
                fields.parsed("from", PortAddress::parse),
                fields.parsed("to", PortAddress::parse),
                fields.elements("reroutes", WorkflowMapping::position),
                fields.extra(Link.KEYS));
    }

    private static Group group(JsonValue value, JsonPlace place) throws MisplacedValueException {
        ObjectMapping fields = ObjectMapping.of(value, place);
        return new Group(
                fields.text("title"),
                fields.required("bounds", WorkflowMapping::bounds),
                fields.text("color"),
                fields.extra(Group.KEYS));
    }

    private static Note note(JsonValue value, JsonPlace place) throws MisplacedValueException {
        ObjectMapping fields = ObjectMapping.of(value, place);
        return new Note(
                fields.requiredText("text"),
                fields.required("bounds", WorkflowMapping::bounds),
                fields.text("color"),
                fields.extra(Note.KEYS));
    }

    private static View view(JsonValue value, JsonPlace place) throws MisplacedValueException {
        ObjectMapping fields = ObjectMapping.of(value, place);
        return new View(
                fields.required("center", WorkflowMapping::position),
                fields.required("zoom", ObjectMapping::number),
                fields.extra(View.KEYS));
    }

    private static Position position(JsonValue value, JsonPlace place) throws MisplacedValueException {
        List<JsonNumber> numbers = numbers(value, place, 2, "[x, y]");
        return new Position(numbers.get(0), numbers.get(1));
    }

    private static Bounds bounds(JsonValue value, JsonPlace place) throws MisplacedValueException {
        List<JsonNumber> numbers = numbers(value, place, 4, "[x, y, width, height]");
        return new Bounds(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }

    private static List<JsonNumber> numbers(JsonValue value, JsonPlace place, int count, String form)
            throws MisplacedValueException {
        if (!(value instanceof JsonArray array) || array.elements().size() != count) {
            throw MisplacedValueException.of(place, "must be " + count + " numbers; write " + form);
        }
        List<JsonNumber> numbers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            numbers.add(ObjectMapping.number(array.elements().get(i), place.element(i)));
        }
        return numbers;
    }
}
