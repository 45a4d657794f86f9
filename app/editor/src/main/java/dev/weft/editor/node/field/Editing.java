package dev.weft.editor.node.field;

import javafx.scene.control.TextInputControl;

/// A control that has taken the place of a painted field.
interface Editing {
    /// The control.
    TextInputControl control();

    /// What is done once it is shown.
    void opened();

    /// Adapts to rows that have changed.
    void follow();
}
