package dev.weft.runtime.cache;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What became of a node's work once: small enough to be remembered long after its values are gone.
public sealed interface Trace {
    /// It gave values.
    ///
    /// @param outputs identity of each output that has one, by port name
    /// @param files what it wrote
    record Given(Map<String, Identity> outputs, List<SavedFile> files) implements Trace {
        /// Takes copies.
        public Given {
            outputs = Map.copyOf(outputs);
            files = List.copyOf(files);
        }
    }

    /// It asked for more inputs.
    ///
    /// @param inputs names of lazy inputs
    record Demanded(Set<String> inputs) implements Trace {
        /// Takes a copy.
        public Demanded {
            inputs = Set.copyOf(inputs);
        }
    }
}
