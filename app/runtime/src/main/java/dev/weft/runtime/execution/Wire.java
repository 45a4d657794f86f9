package dev.weft.runtime.execution;

import dev.weft.runtime.cache.Identity;
import java.util.Optional;

/// Where an input or a linked parameter of a task takes its value from.
sealed interface Wire {
    /// A whole value, however many items it has.
    int WHOLE = -1;

    /// An output of another task.
    ///
    /// @param item number of the one item that is taken, of shorter lists the last one; or [#WHOLE]
    record From(Task task, String port, int item) implements Wire {}

    /// A value that was given by a node that expanded.
    ///
    /// @param identity nothing if the value cannot be told from others
    record Fixed(Object value, Optional<Identity> identity, long byteSize) implements Wire {}
}
