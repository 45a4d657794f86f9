package dev.weft.graph.validation;

import java.util.List;
import java.util.Optional;

/// The answer to whether a workflow can run.
public sealed interface Validation {
    /// It can.
    ///
    /// @param plan what to run, in order
    record Valid(Plan plan) implements Validation {}

    /// It cannot as it is.
    ///
    /// @param problems all of them, at least one
    /// @param soundPart what could run all the same: the output nodes that no problem reaches, with all that
    /// they need; nothing if there are none
    record Invalid(List<Problem> problems, Optional<Plan> soundPart) implements Validation {
        /// Takes a copy.
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
