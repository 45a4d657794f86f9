package dev.weft.editor.edit;

import dev.weft.editor.document.Edit;
import dev.weft.editor.text.Texts;
import dev.weft.graph.Mode;
import dev.weft.graph.Node;
import dev.weft.graph.SeedChange;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Edits of what nodes are set to and how they are drawn.
public final class NodeChanges {
    private static final Texts TEXTS = Texts.of(NodeChanges.class);

    /// What edits of one slider or one text field have in common.
    private record FieldKey(String node, String parameter) {}

    private record SizeKey(String node) {}

    private record TitleKey(String node) {}

    private NodeChanges() {}

    /// Sets a parameter. Edits of one parameter that follow one another are undone together, until the document
    /// is
    /// sealed.
    public static Edit setParameter(String node, String parameter, JsonValue value) {
        return Edit.merging(
                TEXTS.get("set_parameter", parameter),
                new FieldKey(node, parameter),
                changing(List.of(node), found -> found.withParameter(parameter, value)));
    }

    /// Sets several parameters of a node at once.
    public static Edit setParameters(String node, Map<String, JsonValue> values) {
        return Edit.of(TEXTS.get("set_parameters"), changing(List.of(node), found -> {
            Map<String, JsonValue> all = new LinkedHashMap<>(found.parameters());
            all.putAll(values);
            return found.withParameters(all);
        }));
    }

    /// Lets a parameter have its type's default again.
    public static Edit resetParameter(String node, String parameter) {
        return Edit.of(TEXTS.get("reset_parameter", parameter), changing(List.of(node), found -> {
            Map<String, JsonValue> kept = new LinkedHashMap<>(found.parameters());
            kept.remove(parameter);
            return found.withParameters(kept);
        }));
    }

    /// Chooses what happens to a seed after each run; nothing lets it stay.
    public static Edit setSeedChange(String node, String parameter, Optional<SeedChange> change) {
        return Edit.of(TEXTS.get("seed_change"), changing(List.of(node), found -> {
            Map<String, SeedChange> changes = new LinkedHashMap<>(found.seedChanges());
            changes.remove(parameter);
            change.ifPresent(chosen -> changes.put(parameter, chosen));
            return found.withSeedChanges(changes);
        }));
    }

    /// Gives a node a title; an empty one lets it have its type's.
    public static Edit rename(String node, String title) {
        return Edit.merging(
                TEXTS.get("rename"),
                new TitleKey(node),
                changing(List.of(node), found -> found.withTitle(title.strip())));
    }

    /// Gives all nodes a mode; if all have it already, they are active again.
    public static Edit toggleMode(Workflow graph, Collection<String> nodes, Mode mode) {
        boolean all = all(graph, nodes, node -> node.mode() == mode);
        Mode changed = all ? Mode.ACTIVE : mode;
        String key = all ? "activate" : mode == Mode.MUTED ? "mute" : mode == Mode.BYPASSED ? "bypass" : "activate";
        return Edit.of(TEXTS.get(key, nodes.size()), changing(nodes, node -> node.withMode(changed)));
    }

    /// Lets only the heads of all nodes be drawn; if that is so already, all of them.
    public static Edit toggleCollapsed(Workflow graph, Collection<String> nodes) {
        boolean changed = !all(graph, nodes, node -> node.look().collapsed());
        return Edit.of(
                TEXTS.get(changed ? "collapse" : "expand", nodes.size()),
                changing(nodes, node -> node.withLook(node.look().withCollapsed(changed))));
    }

    /// Holds all nodes where they are; if they are held already, lets them move.
    public static Edit togglePinned(Workflow graph, Collection<String> nodes) {
        boolean changed = !all(graph, nodes, node -> node.look().pinned());
        return Edit.of(
                TEXTS.get(changed ? "pin" : "unpin", nodes.size()),
                changing(nodes, node -> node.withLook(node.look().withPinned(changed))));
    }

    /// Colours the heads of nodes.
    ///
    /// @param color a colour name or `#rrggbb`, or empty for the usual one
    public static Edit color(Collection<String> nodes, String color) {
        return Edit.of(
                TEXTS.get("color", nodes.size()),
                changing(nodes, node -> node.withLook(node.look().withColor(color))));
    }

    /// Folds a group of a node's parameters, or unfolds it.
    public static Edit toggleFolded(String node, String group) {
        return Edit.of(TEXTS.get("fold"), changing(List.of(node), found -> {
            List<String> folded = new ArrayList<>(found.look().folded());
            if (!folded.remove(group)) {
                folded.add(group);
            }
            return found.withLook(found.look().withFolded(folded));
        }));
    }

    /// Makes a node larger or smaller; a pinned one stays as it is.
    public static Edit resize(String node, double width, double height) {
        Optional<JsonNumber> wide = Optional.of(JsonNumber.of(Math.round(width)));
        Optional<JsonNumber> high = Optional.of(JsonNumber.of(Math.round(height)));
        return Edit.merging(
                TEXTS.get("resize"),
                new SizeKey(node),
                changing(
                        List.of(node),
                        found -> found.look().pinned()
                                ? found
                                : found.withLook(found.look().withSize(wide, high))));
    }

    /// Makes a node wider or narrower; its height is what it needs. A pinned one stays as it is.
    public static Edit resize(String node, double width) {
        Optional<JsonNumber> wide = Optional.of(JsonNumber.of(Math.round(width)));
        return Edit.merging(
                TEXTS.get("resize"),
                new SizeKey(node),
                changing(
                        List.of(node),
                        found -> found.look().pinned()
                                ? found
                                : found.withLook(
                                        found.look().withSize(wide, found.look().height()))));
    }

    /// Lets nodes have the size that they need.
    public static Edit resetSize(Collection<String> nodes) {
        return Edit.of(
                TEXTS.get("resize"),
                changing(nodes, node -> node.withLook(node.look().withSize(Optional.empty(), Optional.empty()))));
    }

    static UnaryOperator<Workflow> changing(Collection<String> ids, UnaryOperator<Node> change) {
        Set<String> chosen = new HashSet<>(ids);
        return graph -> graph.withNodes(graph.nodes().stream()
                .map(node -> chosen.contains(node.id()) ? change.apply(node) : node)
                .toList());
    }

    private static boolean all(Workflow graph, Collection<String> ids, Predicate<Node> condition) {
        return graph.nodes().stream().filter(node -> ids.contains(node.id())).allMatch(condition);
    }
}
