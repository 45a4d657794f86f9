package dev.weft.editor.document;

import dev.weft.graph.Workflow;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A change of a workflow that can be undone.
///
/// @param name what people read in the menu after "Undo", in their language, such as `Move 3 nodes`
/// @param change makes the changed graph of the one that is shown; a pure function
/// @param merge edits with equal keys that follow one another are undone as one, as those of one slider are
public record Edit(String name, UnaryOperator<Workflow> change, Optional<Object> merge) {
    /// An edit that is undone alone.
    public static Edit of(String name, UnaryOperator<Workflow> change) {
        return new Edit(name, change, Optional.empty());
    }

    /// An edit that is undone together with those right before it that have an equal key.
    public static Edit merging(String name, Object key, UnaryOperator<Workflow> change) {
        return new Edit(name, change, Optional.of(key));
    }
}
