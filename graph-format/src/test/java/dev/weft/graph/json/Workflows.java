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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/// Arbitrary JSON trees and workflows, odd ones among them.
final class Workflows {
    private Workflows() {}

    /// Any UTF-16 units, halves of surrogate pairs included.
    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(8),
                Arbitraries.strings()
                        .withChars("\"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028\ufeff\ud83e\udd77é{}[],: ")
                        .ofMaxLength(8),
                Arbitraries.strings().alpha().ofMaxLength(120));
    }

    static Arbitrary<String> keys() {
        return texts().filter(text -> !HalfPairs.in(text));
    }

    static Arbitrary<JsonNumber> numbers() {
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(25);
        Arbitrary<String> wholes = digits.map(text -> text.replaceFirst("^0+(?=.)", ""));
        Arbitrary<String> fractions = Arbitraries.oneOf(Arbitraries.just(""), digits.map(text -> "." + text));
        Arbitrary<String> exponents = Arbitraries.oneOf(
                Arbitraries.just(""),
                Combinators.combine(Arbitraries.of("e", "E"), Arbitraries.of("", "+", "-"), digits)
                        .as((e, sign, text) -> e + sign + text));
        return Combinators.combine(Arbitraries.of("", "-"), wholes, fractions, exponents)
                .as((sign, whole, fraction, exponent) -> new JsonNumber(sign + whole + fraction + exponent));
    }

    static Arbitrary<JsonValue> values() {
        return Arbitraries.lazyOf(
                () -> Arbitraries.just(JsonNull.NULL),
                () -> Arbitraries.of(true, false).map(JsonBoolean::new),
                () -> numbers().map(number -> number),
                () -> texts().map(JsonString::new),
                () -> values().list().ofMaxSize(4).map(JsonArray::new),
                () -> objects().map(object -> object));
    }

    static Arbitrary<JsonObject> objects() {
        return Combinators.combine(keys(), Arbitraries.lazy(Workflows::values))
                .as(Tuple::of)
                .list()
                .ofMaxSize(4)
                .map(members -> {
                    Map<String, JsonValue> object = new LinkedHashMap<>();
                    members.forEach(member -> object.put(member.get1(), member.get2()));
                    return new JsonObject(object);
                });
    }

    private static Arbitrary<JsonObject> extra(List<String> known) {
        return objects().map(object -> {
            JsonObject extra = object;
            for (String key : known) {
                extra = extra.without(key);
            }
            return extra;
        });
    }

    private static Arbitrary<NodeTypeId> types() {
        return Arbitraries.of("core:x", "a:b", "elsewhere:group/never_seen-9").map(NodeTypeId::parse);
    }

    /// Numbers that a `double` can hold, as other readers of the file take no others.
    private static Arbitrary<JsonNumber> coordinates() {
        return numbers().filter(number -> !Double.isInfinite(number.approximate()));
    }

    private static Arbitrary<Position> positions() {
        return Combinators.combine(coordinates(), coordinates()).as(Position::new);
    }

    private static Arbitrary<Bounds> bounds() {
        return Combinators.combine(coordinates(), coordinates(), coordinates(), coordinates())
                .as(Bounds::new);
    }

    private static Arbitrary<Node> nodes() {
        return Combinators.combine(
                        texts().filter(text -> !text.isEmpty()),
                        types(),
                        Arbitraries.integers().greaterOrEqual(1),
                        texts(),
                        positions().optional(),
                        objects(),
                        extra(Node.KEYS))
                .as((id, type, version, title, position, parameters, extra) -> new Node(
                        id,
                        type,
                        version,
                        title,
                        position,
                        Mode.ACTIVE,
                        Look.USUAL,
                        parameters.members(),
                        Map.of(),
                        extra))
                .flatMap(node -> Combinators.combine(
                                Arbitraries.of(Mode.values()),
                                looks(),
                                Arbitraries.maps(keys(), Arbitraries.of(SeedChange.values()))
                                        .ofMaxSize(2))
                        .as((mode, look, changes) ->
                                node.withMode(mode).withLook(look).withSeedChanges(changes)));
    }

    private static Arbitrary<Look> looks() {
        Arbitrary<Boolean> flags = Arbitraries.of(true, false);
        return Combinators.combine(
                        coordinates().optional(),
                        coordinates().optional(),
                        flags,
                        flags,
                        texts(),
                        texts().list().ofMaxSize(2),
                        extra(Look.KEYS))
                .as(Look::new);
    }

    private static Arbitrary<Link> links() {
        return Combinators.combine(ports(), ports(), positions().list().ofMaxSize(2), extra(Link.KEYS))
                .as(Link::new);
    }

    private static Arbitrary<ExposedParameter> exposed() {
        return Combinators.combine(texts(), texts(), texts(), extra(ExposedParameter.KEYS))
                .as(ExposedParameter::new);
    }

    private static Arbitrary<Subgraph> subgraphs() {
        return Combinators.combine(
                        Arbitraries.of("a", "style_set", "b/c-9"),
                        texts(),
                        texts().list().ofMaxSize(2),
                        exposed().list().ofMaxSize(2),
                        nodes().list().ofMaxSize(2),
                        links().list().ofMaxSize(2),
                        extra(Subgraph.KEYS))
                .as((id, title, ports, parameters, nodes, links, extra) -> new Subgraph(
                        id,
                        title,
                        ports,
                        ports,
                        parameters,
                        nodes,
                        links,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        extra));
    }

    private static Arbitrary<PortAddress> ports() {
        Arbitrary<String> names = texts().filter(text -> !text.isEmpty());
        return Combinators.combine(names, names.filter(text -> text.indexOf('.') < 0))
                .as(PortAddress::new);
    }

    static Arbitrary<Workflow> workflows() {
        Arbitrary<Group> groups = Combinators.combine(texts(), bounds(), texts(), extra(Group.KEYS))
                .as(Group::new);
        Arbitrary<Note> notes = Combinators.combine(texts(), bounds(), texts(), extra(Note.KEYS))
                .as(Note::new);
        Arbitrary<View> views = Combinators.combine(positions(), coordinates(), extra(View.KEYS))
                .as(View::new);
        return Combinators.combine(
                        texts(),
                        nodes().list().ofMaxSize(4),
                        links().list().ofMaxSize(4),
                        groups.list().ofMaxSize(2),
                        notes.list().ofMaxSize(2),
                        views.optional(),
                        extra(Workflow.KEYS))
                .as((title, nodes, links, behind, texts, view, extra) ->
                        new Workflow(title, nodes, links, behind, texts, List.of(), List.of(), view, extra))
                .flatMap(workflow -> Combinators.combine(
                                subgraphs().list().ofMaxSize(2),
                                exposed().list().ofMaxSize(2))
                        .as((subgraphs, form) ->
                                workflow.withSubgraphs(subgraphs).withForm(form)));
    }
}
