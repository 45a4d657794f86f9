package dev.weft.graph.validation;

import java.util.List;

/// The answer to whether a workflow can run.
public sealed interface Validation {
    /// It can.
    ///
    /// @param plan what to run, in order
    record Valid(Plan plan) implements Validation {}

    /// It cannot.
    ///
    /// @param problems all of them, at least one
    record Invalid(List<Problem> problems) implements Validation {
        /// Takes a copy.
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
