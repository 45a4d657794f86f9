package dev.weft.runtime.execution;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What became of a node once: small enough to be remembered long after its values are gone.
sealed interface Trace {
    /// It gave values.
    ///
    /// @param outputs identity of each output that has one, by port name
    /// @param files what it wrote
    record Given(Map<String, Identity> outputs, List<SavedFile> files) implements Trace {
        public Given {
            outputs = Map.copyOf(outputs);
            files = List.copyOf(files);
        }
    }

    /// It asked for more inputs.
    ///
    /// @param inputs names of lazy inputs
    record Demanded(Set<String> inputs) implements Trace {
        public Demanded {
            inputs = Set.copyOf(inputs);
        }
    }
}
