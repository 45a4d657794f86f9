package dev.weft.graph.json;

import dev.weft.graph.Bounds;
import dev.weft.graph.Group;
import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.Note;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Position;
import dev.weft.graph.View;
import dev.weft.graph.Workflow;
import java.util.ArrayList;
import java.util.List;
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
                fields.object("parameters").members(),
                fields.extra(Node.KEYS));
    }

    private static Link link(JsonValue value, JsonPlace place) throws MisplacedValueException {
        ObjectMapping fields = ObjectMapping.of(value, place);
        return new Link(
                fields.parsed("from", PortAddress::parse),
                fields.parsed("to", PortAddress::parse),
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
