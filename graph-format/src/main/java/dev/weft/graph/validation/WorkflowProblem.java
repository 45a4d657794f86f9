package dev.weft.graph.validation;

import dev.weft.graph.Link;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.json.Excerpt;
import java.util.List;
import java.util.Optional;

/// A problem of the workflow as a whole, or of several nodes together.
public sealed interface WorkflowProblem extends Problem {
    @Override
    default Optional<String> node() {
        return Optional.empty();
    }

    @Override
    default Optional<String> port() {
        return Optional.empty();
    }

    /// No node is an end in itself, so there is nothing to run for.
    ///
    /// @param suggestion a node type that is one, if any is known
    record NoOutput(Optional<NodeTypeId> suggestion) implements WorkflowProblem {
        @Override
        public String message() {
            return "The workflow has no output node, so it would do nothing; add a node that saves or shows a result"
                    + suggestion.map(type -> ", such as '" + type + "'").orElse("") + ".";
        }
    }

    /// Several nodes have one id, so that links to it could mean any of them.
    ///
    /// @param id the id
    /// @param count how many nodes have it
    record DuplicateNodeId(String id, int count) implements WorkflowProblem {
        @Override
        public Optional<String> node() {
            return Optional.of(id);
        }

        @Override
        public String message() {
            return count + " nodes have the id '" + Excerpt.plain(id) + "'; give each an id of its own.";
        }
    }

    /// Nodes wait for each other in a circle.
    ///
    /// @param path links of which each begins at the node where the one before ends, and the first where the
    /// last ends
    record Cycle(List<Link> path) implements WorkflowProblem {
        private static final int NODES_SHOWN = 10;

        /// Takes a copy.
        public Cycle {
            path = List.copyOf(path);
        }

        /// The first node of the path.
        @Override
        public Optional<String> node() {
            return Optional.of(path.getFirst().from().node());
        }

        @Override
        public String message() {
            StringBuilder text = new StringBuilder("The nodes ");
            for (int i = 0; i < path.size(); i++) {
                if (i < NODES_SHOWN - 1 || i == path.size() - 1) {
                    text.append(Excerpt.plain(path.get(i).from().node())).append(" → ");
                } else if (i == NODES_SHOWN - 1) {
                    text.append("… (").append(path.size() - NODES_SHOWN).append(" more) → ");
                }
            }
            Link last = path.getLast();
            return text.append(Excerpt.plain(last.to().node()))
                    .append(" wait for each other in a circle; remove one of these links, such as ")
                    .append(Excerpt.plain(last.toString()))
                    .append('.')
                    .toString();
        }
    }
}
