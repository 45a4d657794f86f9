package dev.weft.editor;

import javafx.application.Application;

/// Entry of the editor.
public final class Editor {
    private Editor() {}

    /// Opens the window and returns when it was closed.
    ///
    /// @param arguments workflow files to open
    public static void main(String[] arguments) {
        Application.launch(EditorApplication.class, arguments);
    }
}
