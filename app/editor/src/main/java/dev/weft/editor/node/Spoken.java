package dev.weft.editor.node;

import java.util.ArrayList;
import java.util.List;

/// What is read aloud of a node: title, state, time, problem.
final class Spoken {
    private Spoken() {}

    static String of(NodeModel model) {
        List<String> parts = new ArrayList<>();
        parts.add(model.title());
        parts.add(NodeState.of(model).spoken());
        parts.add(model.run().took().map(Pictures::seconds).orElse(""));
        parts.add(model.run().message());
        parts.addAll(model.problems());
        parts.removeIf(String::isEmpty);
        return String.join(", ", parts);
    }
}
