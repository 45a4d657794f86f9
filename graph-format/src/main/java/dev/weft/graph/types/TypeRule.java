package dev.weft.graph.types;

import java.util.List;
import java.util.Map;

/// What a node type can say of its outputs, and against its inputs, before it runs.
@FunctionalInterface
public interface TypeRule {
    /// A rule that knows nothing and objects to nothing.
    TypeRule NONE = query -> Typing.of(Map.of());

    /// Infers the extents of a node's outputs. Not asked while a parameter is linked, as its value is not known
    /// yet.
    Typing infer(Query query);

    /// What is known of one node.
    ///
    /// @param inputs type of each linked input, by port name; of a list, what each of its values is
    /// @param parameters the node's parameters
    record Query(Map<String, PortType> inputs, ParameterValues parameters) {
        /// Takes a copy of `inputs`.
        public Query {
            inputs = Map.copyOf(inputs);
        }

        /// What is known of the input's extent; nothing where it is not linked.
        public Extent extent(String input) {
            PortType type = inputs.get(input);
            return type == null ? Extent.UNKNOWN : type.extent();
        }
    }

    /// The answer to a query.
    ///
    /// @param outputs extent of each output of which something is known, by port name; of a list, what each of
    /// its values is
    /// @param mismatches what cannot work
    record Typing(Map<String, Extent> outputs, List<Mismatch> mismatches) {
        /// Takes copies.
        public Typing {
            outputs = Map.copyOf(outputs);
            mismatches = List.copyOf(mismatches);
        }

        /// An answer without objections.
        public static Typing of(Map<String, Extent> outputs) {
            return new Typing(outputs, List.of());
        }
    }

    /// Inputs or parameters that do not fit each other.
    ///
    /// @param port name of the input or parameter that is at fault
    /// @param problem what is wrong, as a sentence without its full stop
    /// @param remedy what to do, as a sentence without its full stop
    record Mismatch(String port, String problem, String remedy) {}
}
