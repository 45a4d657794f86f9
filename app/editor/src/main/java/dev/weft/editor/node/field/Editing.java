package dev.weft.editor.node.field;

import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;

/// A control that has taken the place of a painted field.
interface Editing {
    /// What lies in the field's place.
    Region place();

    /// The control in which people type.
    TextInputControl control();

    /// What is done once it is shown.
    void opened();

    /// Adapts to rows that have changed.
    void follow();
}
