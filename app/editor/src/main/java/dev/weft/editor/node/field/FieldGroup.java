package dev.weft.editor.node.field;

import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Parameters that stand together on a node.
///
/// @param id name of the group as it is saved and looked up in the texts; empty for those that stand without a
/// title
/// @param rows names of parameters, row by row; a row of several is shared by them
record FieldGroup(String id, List<List<String>> rows) {
    /// The group of what is seldom set: folded until it is opened.
    static final String MORE = "more";

    /// The group of which the rows are chips.
    static final String SHARED = "shared";

    /// The group that shows only if the prompt draws lots.
    static final String WILDCARDS = "wildcards";

    private static final int MOST_WITHOUT_GROUPS = 9;

    private static final List<FieldGroup> SAMPLER = List.of(
            new FieldGroup("size", List.of(List.of("width", "height"), List.of("circular"))),
            new FieldGroup("sampling", List.of(List.of("seed"), List.of("steps", "cfg"), List.of("sampler"))),
            new FieldGroup("style", List.of(List.of("reference_index"), List.of("strength"), List.of("style_scale"))),
            new FieldGroup(
                    SHARED,
                    List.of(
                            List.of("share_attention", "adain_queries", "adain_keys"),
                            List.of("adain_values", "share_group_norm", "full_attention_share"))),
            new FieldGroup("range", List.of(List.of("start", "end"), List.of("only_self_level"))));

    private static final List<FieldGroup> TEXT_ENCODE = List.of(
            new FieldGroup("", List.of(List.of("text"), List.of("one_per_line"))),
            new FieldGroup(WILDCARDS, List.of(List.of("wildcard_seed"), List.of("wildcards"))));

    private static final Set<List<String>> PAIRS = Set.of(
            List.of("width", "height"), List.of("steps", "cfg"), List.of("start", "end"), List.of("low", "high"));

    /// The groups of a node type. Each of its parameters is in one of them.
    static List<FieldGroup> of(NodeSignature type) {
        List<String> names = type.parameters().stream().map(Parameter::name).toList();
        if (names.contains("share_attention")) {
            return completed(SAMPLER, names, MORE);
        }
        if (names.contains("wildcard_seed")) {
            return completed(TEXT_ENCODE, names, MORE);
        }
        if (names.size() <= MOST_WITHOUT_GROUPS) {
            return List.of(new FieldGroup("", paired(names)));
        }
        return List.of(
                new FieldGroup("", paired(names.subList(0, MOST_WITHOUT_GROUPS - 1))),
                new FieldGroup(MORE, paired(names.subList(MOST_WITHOUT_GROUPS - 1, names.size()))));
    }

    private static List<FieldGroup> completed(List<FieldGroup> groups, List<String> names, String rest) {
        Set<String> left = new LinkedHashSet<>(names);
        List<FieldGroup> completed = new ArrayList<>();
        for (FieldGroup group : groups) {
            List<List<String>> rows = group.rows.stream()
                    .map(row -> row.stream().filter(names::contains).toList())
                    .filter(row -> !row.isEmpty())
                    .toList();
            rows.forEach(left::removeAll);
            if (!rows.isEmpty()) {
                completed.add(new FieldGroup(group.id, rows));
            }
        }
        if (!left.isEmpty()) {
            completed.add(new FieldGroup(rest, paired(List.copyOf(left))));
        }
        return completed;
    }

    private static List<List<String>> paired(List<String> names) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            List<String> pair = names.subList(i, Math.min(i + 2, names.size()));
            boolean shares = PAIRS.contains(pair);
            rows.add(List.copyOf(shares ? pair : pair.subList(0, 1)));
            i += shares ? 1 : 0;
        }
        return rows;
    }
}
