package dev.weft.editor.problems;

import com.google.inject.Inject;
import dev.weft.editor.action.Action;
import dev.weft.editor.action.Actions;
import dev.weft.editor.check.CheckResult;
import dev.weft.editor.check.DocumentCatalog;
import dev.weft.editor.document.Document;
import dev.weft.editor.document.Edit;
import dev.weft.editor.edit.NodeChanges;
import dev.weft.editor.edit.Wires;
import dev.weft.editor.text.Texts;
import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.PortAddress;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import dev.weft.graph.validation.LinkProblem;
import dev.weft.graph.validation.NodeProblem;
import dev.weft.graph.validation.ParameterProblem;
import dev.weft.graph.validation.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Finds for a problem what mends it, where one value, one wire or one press does.
final class Remedies {
    private static final Texts TEXTS = Texts.of(Remedies.class);
    private static final String BATCH = "batch_size";

    private final Actions actions;
    private final DocumentCatalog catalog;

    @Inject
    Remedies(Actions actions, DocumentCatalog catalog) {
        this.actions = actions;
        this.catalog = catalog;
    }

    /// What mends a problem that a check of the document found.
    Optional<Remedy> of(Document document, CheckResult check, Problem problem) {
        return switch (problem) {
            case ParameterProblem parameter -> parameter(document, parameter);
            case LinkProblem link -> link(document, link);
            case NodeProblem.UnknownType unknown
            when !unknown.pluginKnown() ->
                Optional.of(new Remedy(TEXTS.get("open_plugins"), () -> actions.perform(Action.SHOW_PLUGINS)));
            case NodeProblem.MissingInput missing -> missing.suggestion().map(from -> connect(document, missing, from));
            case NodeProblem.DoesNotFit unfit -> batch(document, check, unfit);
            default -> Optional.empty();
        };
    }

    private static Optional<Remedy> parameter(Document document, ParameterProblem problem) {
        String name = problem.parameter();
        return switch (problem) {
            case ParameterProblem.NotMultiple wrong ->
                Optional.of(set(document, wrong.nodeId(), name, JsonNumber.of(wrong.nearest())));
            case ParameterProblem.NotInList wrong ->
                wrong.suggestion().map(option -> set(document, wrong.nodeId(), name, new JsonString(option)));
            case ParameterProblem.OutOfRange wrong ->
                nearest(wrong).map(value -> set(document, wrong.nodeId(), name, value));
            case ParameterProblem.WrongKind wrong ->
                Optional.of(edit(
                        document,
                        wrong.nodeId(),
                        TEXTS.get("reset", words(name)),
                        node -> NodeChanges.resetParameter(node, name)));
            case ParameterProblem.Unknown wrong ->
                Optional.of(edit(
                        document,
                        wrong.nodeId(),
                        TEXTS.get("remove_setting"),
                        node -> NodeChanges.resetParameter(node, name)));
            default -> Optional.empty();
        };
    }

    private static Optional<JsonValue> nearest(ParameterProblem.OutOfRange wrong) {
        if (!(wrong.value() instanceof JsonNumber given)) {
            return Optional.empty();
        }
        String low = wrong.minimum();
        String high = wrong.maximum();
        if (!JsonNumber.isNumber(low) || !JsonNumber.isNumber(high)) {
            return Optional.empty();
        }
        return Optional.of(new JsonNumber(given.approximate() < Double.parseDouble(low) ? low : high));
    }

    private static Remedy set(Document document, String node, String parameter, JsonValue value) {
        String shown = value instanceof JsonString text ? text.value() : value.toString();
        return edit(
                document,
                node,
                TEXTS.get("set", words(parameter), shown),
                id -> NodeChanges.setParameter(id, parameter, value));
    }

    private static Optional<Remedy> link(Document document, LinkProblem problem) {
        Optional<Link> link = problem instanceof LinkProblem.UnknownNode unknown
                ? Optional.of(unknown.link())
                : problem instanceof LinkProblem.UnknownPort unknown
                        ? Optional.of(unknown.link())
                        : problem instanceof LinkProblem.KindMismatch mismatch
                                ? Optional.of(mismatch.link())
                                : problem instanceof LinkProblem.ParameterMismatch mismatch
                                        ? Optional.of(mismatch.link())
                                        : Optional.empty();
        return link.map(wire -> new Remedy(TEXTS.get("remove_wire"), () -> {
            enter(document, wire.to().node());
            document.perform(Wires.disconnect(inner(wire.from()), inner(wire.to())));
        }));
    }

    private Remedy connect(Document document, NodeProblem.MissingInput missing, PortAddress from) {
        String title = document.workflow()
                .node(from.node())
                .map(Node::title)
                .filter(name -> !name.isEmpty())
                .or(() -> document.workflow()
                        .node(from.node())
                        .flatMap(node -> catalog.of(document).find(node.type()))
                        .map(type -> type.title()))
                .orElse(from.node());
        return new Remedy(TEXTS.get("connect", title), () -> {
            enter(document, missing.nodeId());
            Wires.connect(
                            document.graph(),
                            catalog.of(document),
                            inner(from),
                            new PortAddress(last(missing.nodeId()), missing.input()))
                    .ifPresent(document::perform);
        });
    }

    /// Sets the batch of the empty latents that arrive to as many pictures as there are prompts.
    private static Optional<Remedy> batch(Document document, CheckResult check, NodeProblem.DoesNotFit unfit) {
        Optional<String> prompts = check.shapes(unfit.nodeId()).values().stream()
                .filter(shape -> shape.matches("×[0-9]+"))
                .map(shape -> shape.substring(1))
                .filter(count -> !count.equals("1"))
                .findFirst();
        return prompts.flatMap(count -> document.workflow().links().stream()
                .filter(link -> link.to().node().equals(unfit.nodeId()))
                .map(link -> document.workflow().node(link.from().node()))
                .flatMap(Optional::stream)
                .filter(node -> node.parameters().containsKey(BATCH)
                        && !node.parameters().get(BATCH).toString().equals(count))
                .findFirst()
                .map(node -> edit(
                        document,
                        node.id(),
                        TEXTS.get("set", TEXTS.get("batch"), count),
                        id -> NodeChanges.setParameter(id, BATCH, new JsonNumber(count)))));
    }

    /// An edit of a node by its id in the graph that holds it.
    private interface Change {
        Edit of(String node);
    }

    private static Remedy edit(Document document, String node, String title, Change change) {
        return new Remedy(title, () -> {
            enter(document, node);
            document.seal();
            document.perform(change.of(last(node)));
        });
    }

    /// Shows the graph that holds a node, because edits are made in the graph that is shown.
    private static void enter(Document document, String node) {
        List<String> path = Arrays.asList(node.split("/", -1));
        List<String> around = path.subList(0, path.size() - 1);
        if (!document.pathProperty().get().equals(around)) {
            document.goTo(around);
        }
    }

    private static PortAddress inner(PortAddress address) {
        return new PortAddress(last(address.node()), address.port());
    }

    private static String last(String node) {
        return node.substring(node.lastIndexOf('/') + 1);
    }

    private static String words(String parameter) {
        return parameter.replace('_', ' ');
    }
}
