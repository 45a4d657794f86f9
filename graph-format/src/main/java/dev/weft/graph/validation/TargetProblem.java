package dev.weft.graph.validation;

import dev.weft.graph.json.Excerpt;
import java.util.List;
import java.util.Optional;

/// A problem of what was chosen to be run for.
public sealed interface TargetProblem extends Problem {
    @Override
    default Optional<String> port() {
        return Optional.empty();
    }

    /// No node of this id can be run for, as there is none.
    ///
    /// @param id what was chosen
    /// @param outputs ids of the output nodes that there are
    /// @param suggestion a node of nearly the same name
    record UnknownTarget(String id, List<String> outputs, Optional<String> suggestion) implements TargetProblem {
        /// Takes a copy.
        public UnknownTarget {
            outputs = List.copyOf(outputs);
        }

        @Override
        public Optional<String> node() {
            return Optional.of(id);
        }

        @Override
        public String message() {
            return "There is no node '" + Excerpt.plain(id) + "' to run for; "
                    + suggestion
                            .map(near -> "did you mean '" + Excerpt.plain(near) + "'?")
                            .orElse(choose(outputs));
        }
    }

    /// The node is there, but running it is no end in itself.
    ///
    /// @param id what was chosen
    /// @param outputs ids of the output nodes that there are, those that need the node first
    record NoOutputNode(String id, List<String> outputs) implements TargetProblem {
        /// Takes a copy.
        public NoOutputNode {
            outputs = List.copyOf(outputs);
        }

        @Override
        public Optional<String> node() {
            return Optional.of(id);
        }

        @Override
        public String message() {
            return "Node '" + Excerpt.plain(id) + "' saves and shows nothing, so it cannot be run for; "
                    + choose(outputs);
        }
    }

    /// The list of what is to be run for is empty.
    ///
    /// @param outputs ids of the output nodes that there are
    record NothingChosen(List<String> outputs) implements TargetProblem {
        /// Takes a copy.
        public NothingChosen {
            outputs = List.copyOf(outputs);
        }

        @Override
        public Optional<String> node() {
            return Optional.empty();
        }

        @Override
        public String message() {
            return "No output node was chosen, so nothing would be done; " + choose(outputs);
        }
    }

    private static String choose(List<String> outputs) {
        if (outputs.isEmpty()) {
            return "add a node that saves or shows a result.";
        }
        int shown = 8;
        List<String> names = outputs.stream().limit(shown).map(Excerpt::plain).toList();
        String more = outputs.size() > shown ? " and " + (outputs.size() - shown) + " more" : "";
        return (outputs.size() == 1 ? "choose " : "choose from ") + String.join(", ", names) + more + ".";
    }
}
