package dev.weft.graph.validation;

import dev.weft.graph.NodeTypeId;
import dev.weft.graph.PortAddress;
import dev.weft.graph.json.Excerpt;
import dev.weft.graph.subgraph.Flattening;
import dev.weft.graph.types.PortKind;
import java.util.Optional;

/// A problem of one node.
public sealed interface NodeProblem extends Problem {
    /// Id of the node.
    String nodeId();

    @Override
    default Optional<String> node() {
        return Optional.of(nodeId());
    }

    @Override
    default Optional<String> port() {
        return Optional.empty();
    }

    /// No plugin provides the node's type.
    ///
    /// @param nodeId the node
    /// @param type what was placed; its namespace is the plugin that it would come from
    /// @param pluginKnown whether that plugin is there and provides other types
    /// @param suggestion a known type of nearly the same name
    record UnknownType(String nodeId, NodeTypeId type, boolean pluginKnown, Optional<NodeTypeId> suggestion)
            implements NodeProblem {
        @Override
        public String message() {
            String plugin = type.namespace();
            String guess = suggestion
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse(pluginKnown ? "update that plugin or remove the node." : "install that plugin.");
            String joined = pluginKnown
                    ? " which the plugin '" + plugin + "' does not have; " + guess
                    : " which would come from the plugin '" + plugin + "', and that is not installed; " + guess;
            return "Node '" + Excerpt.plain(nodeId) + "' is of the unknown type '" + type + "'," + joined;
        }
    }

    /// The node stands for a subgraph that the file does not hold, or is an end of a subgraph outside of any.
    ///
    /// @param nodeId the node
    /// @param subgraph id of the subgraph
    record UnknownSubgraph(String nodeId, String subgraph) implements NodeProblem {
        @Override
        public String message() {
            return "Node '" + Excerpt.plain(nodeId) + "' stands for the subgraph '" + subgraph
                    + "', which this workflow does not hold; remove the node.";
        }
    }

    /// The node was saved by a newer version of its plugin.
    ///
    /// @param nodeId the node
    /// @param type its type
    /// @param saved version of the node type in the file
    /// @param known version of the node type that is there
    record NewerTypeVersion(String nodeId, NodeTypeId type, int saved, int known) implements NodeProblem {
        @Override
        public String message() {
            return "Node '" + Excerpt.plain(nodeId) + "' was saved with version " + saved + " of '" + type
                    + "', but the plugin '" + type.namespace() + "' here has version " + known
                    + " of it; install a newer one.";
        }
    }

    /// An input that must be linked is not.
    ///
    /// @param nodeId the node
    /// @param input the input's name
    /// @param kind what it takes
    /// @param suggestion an output of the workflow that gives this
    record MissingInput(String nodeId, String input, PortKind kind, Optional<PortAddress> suggestion)
            implements NodeProblem {
        @Override
        public Optional<String> port() {
            return Optional.of(input);
        }

        @Override
        public String message() {
            String remedy = suggestion
                    .map(output -> "link " + Excerpt.plain(output.toString()) + " to it.")
                    .orElse("add a node that gives " + Article.with(kind) + " and link it.");
            return "Node '" + Excerpt.plain(nodeId) + "' lacks its input '" + input + "' of kind " + kind + "; "
                    + remedy;
        }
    }

    /// An input that must be linked is linked to a node that takes no part in the run.
    ///
    /// @param nodeId the node
    /// @param input the input's name
    /// @param kind what it takes
    /// @param silent id of the node that is muted, or bypassed with nothing to give on
    record SilentInput(String nodeId, String input, PortKind kind, String silent) implements NodeProblem {
        @Override
        public Optional<String> port() {
            return Optional.of(input);
        }

        @Override
        public String message() {
            return "Node '" + Excerpt.plain(nodeId) + "' needs " + Article.with(kind) + " at its input '" + input
                    + "', but '" + Excerpt.plain(silent)
                    + "' is muted or bypassed and gives none; let that node run, or "
                    + "link another.";
        }
    }

    /// The node stands for a subgraph in which it lies itself.
    ///
    /// @param nodeId the node
    record HoldsItself(String nodeId) implements NodeProblem {
        @Override
        public String message() {
            return "Node '" + Excerpt.plain(nodeId)
                    + "' stands for a subgraph that holds this node again; remove it from the subgraph.";
        }
    }

    /// The node stands for more nodes than can be run at once.
    ///
    /// @param nodeId the node
    record TooManyNodes(String nodeId) implements NodeProblem {
        @Override
        public String message() {
            return "Node '" + Excerpt.plain(nodeId) + "' stands for so many nodes that there would be more than "
                    + Flattening.MOST_NODES + " in all; remove some of the subgraphs within subgraphs.";
        }
    }

    /// The node type objects to the sizes of its inputs, or to a parameter beside them.
    ///
    /// @param nodeId the node
    /// @param at the input or parameter
    /// @param problem what is wrong, without full stop
    /// @param remedy what to do, without full stop
    record DoesNotFit(String nodeId, String at, String problem, String remedy) implements NodeProblem {
        @Override
        public Optional<String> port() {
            return Optional.of(at);
        }

        @Override
        public String message() {
            return "Node '" + Excerpt.plain(nodeId) + "', '" + at + "': " + problem + "; " + remedy + ".";
        }
    }

    /// The node type failed while it was asked about sizes, which is a mistake in its plugin.
    ///
    /// @param nodeId the node
    /// @param type its type
    /// @param failure what the failure says of itself
    record TypeRuleFailed(String nodeId, NodeTypeId type, String failure) implements NodeProblem {
        @Override
        public String message() {
            return "Node '" + Excerpt.plain(nodeId) + "' cannot be checked, as '" + type + "' fails with "
                    + Excerpt.quoted(failure) + "; report it to the author of the plugin '" + type.namespace() + "'.";
        }
    }
}
