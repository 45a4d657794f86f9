package dev.weft.editor.node.field;

import java.util.List;

/// What a pane of fields shows at one place.
public sealed interface Row permits Field, Row.Heading {
    /// Head of a group of fields that can be folded.
    ///
    /// @param id name of the group, as it is saved
    /// @param title name of the group, as people read it
    /// @param open whether its fields are shown
    /// @param gist what the folded group says about its fields
    /// @param holds names of the parameters in the group
    record Heading(String id, String title, boolean open, String gist, List<String> holds) implements Row {
        /// Takes a copy.
        public Heading {
            holds = List.copyOf(holds);
        }
    }
}
