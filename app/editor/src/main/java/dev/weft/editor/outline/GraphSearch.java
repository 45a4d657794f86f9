package dev.weft.editor.outline;

import dev.weft.graph.Node;
import dev.weft.graph.Subgraph;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Finds nodes of a workflow by what people type.
final class GraphSearch {
    private static final int LONGEST_VALUE = 48;

    private final List<OutlineEntry> entries;
    private final Map<String, Node> nodes = new HashMap<>();
    private final boolean values;

    /// @param entries the nodes, with those inside subgraphs
    /// @param values whether values of parameters count
    GraphSearch(Workflow workflow, List<OutlineEntry> entries, boolean values) {
        this.entries = entries.stream().flatMap(OutlineEntry::all).toList();
        this.values = values;
        collect(workflow, workflow.nodes(), "", 0);
    }

    private record Ranked(FoundNode found, int rank) {}

    /// The nodes that fit: those whose title or id begins so, then those that hold it in title, id or type,
    /// then those
    /// with such a value.
    List<FoundNode> find(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        List<Ranked> ranked = new ArrayList<>();
        for (OutlineEntry entry : entries) {
            rank(entry, wanted).ifPresent(ranked::add);
        }
        ranked.sort(Comparator.comparingInt(Ranked::rank));
        return ranked.stream().map(Ranked::found).toList();
    }

    private Optional<Ranked> rank(OutlineEntry entry, String wanted) {
        String title = entry.title().toLowerCase(Locale.ROOT);
        String id = entry.id().toLowerCase(Locale.ROOT);
        String described = entry.title().equals(entry.type()) ? entry.id() : entry.type();
        if (title.startsWith(wanted) || id.startsWith(wanted)) {
            return Optional.of(new Ranked(new FoundNode(entry, described), 0));
        }
        if (title.contains(wanted) || id.contains(wanted)) {
            return Optional.of(new Ranked(new FoundNode(entry, described), 1));
        }
        if (!values) {
            return Optional.empty();
        }
        if (entry.type().toLowerCase(Locale.ROOT).contains(wanted)) {
            return Optional.of(new Ranked(new FoundNode(entry, entry.type()), 2));
        }
        return Optional.ofNullable(nodes.get(entry.id()))
                .flatMap(node -> value(node, wanted))
                .map(reason -> new Ranked(new FoundNode(entry, reason), 3));
    }

    private static Optional<String> value(Node node, String wanted) {
        for (Map.Entry<String, JsonValue> parameter : node.parameters().entrySet()) {
            String name = parameter.getKey().replace('_', ' ');
            String value = parameter.getValue() instanceof JsonString text
                    ? text.value()
                    : parameter.getValue().toString();
            int at = value.toLowerCase(Locale.ROOT).indexOf(wanted);
            if (at >= 0) {
                return Optional.of(name + ": " + excerpt(value, at));
            }
            if (name.startsWith(wanted)) {
                return Optional.of(name + ": " + excerpt(value, 0));
            }
        }
        return Optional.empty();
    }

    private static String excerpt(String value, int at) {
        String line = value.replaceAll("\\s+", " ");
        int from = Math.max(0, Math.min(at - LONGEST_VALUE / 3, line.length() - LONGEST_VALUE));
        int to = Math.min(line.length(), from + LONGEST_VALUE);
        return (from > 0 ? "…" : "") + line.substring(from, to) + (to < line.length() ? "…" : "");
    }

    private void collect(Workflow workflow, List<Node> inside, String around, int depth) {
        for (Node node : inside) {
            String id = around + node.id();
            nodes.put(id, node);
            Optional<Subgraph> subgraph = workflow.subgraph(node.type());
            if (subgraph.isPresent() && depth < 16) {
                collect(workflow, subgraph.get().nodes(), id + "/", depth + 1);
            }
        }
    }
}
