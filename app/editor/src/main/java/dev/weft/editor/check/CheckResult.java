package dev.weft.editor.check;

import dev.weft.graph.Workflow;
import dev.weft.graph.validation.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a check of a document found. Nodes inside subgraphs have the ids of those that stand for them before
/// their own,
/// divided by `/`.
///
/// @param workflow what was checked
/// @param problems why it cannot run, none if it can
/// @param sentences one sentence for people on each problem, in the order of `problems`
/// @param shapes what is known of ports before running, by node id, then by port, as written beside them
public record CheckResult(
        Workflow workflow, List<Problem> problems, List<String> sentences, Map<String, Map<String, String>> shapes) {
    /// Nothing was checked yet.
    public static final CheckResult NONE = new CheckResult(Workflow.EMPTY, List.of(), List.of(), Map.of());

    /// Takes copies.
    public CheckResult {
        problems = List.copyOf(problems);
        sentences = List.copyOf(sentences);
        shapes = Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
    }

    /// What is known of the ports of a node.
    public Map<String, String> shapes(String node) {
        return shapes.getOrDefault(node, Map.of());
    }

    /// The sentences on what is wrong with a node, or with one inside the subgraph that it stands for.
    public List<String> sentences(String node) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < problems.size(); i++) {
            if (problems.get(i)
                    .node()
                    .filter(at -> at.equals(node) || at.startsWith(node + "/"))
                    .isPresent()) {
                found.add(sentences.get(i));
            }
        }
        return found;
    }
}
