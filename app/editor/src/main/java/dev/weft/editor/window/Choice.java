package dev.weft.editor.window;

import dev.weft.editor.window.Choice.Look;

/// Something that people can choose in a dialog or a message.
///
/// @param title what people read on its button: a verb
/// @param look how the button looks
/// @param then done when it is chosen, in the JavaFX thread
public record Choice(String title, Look look, Runnable then) {
    /// How the button of a choice looks.
    public enum Look {
        /// The one that most people will take; Enter chooses it.
        PRIMARY,
        /// One of several.
        PLAIN,
        /// What destroys something.
        DANGER,
        /// Changes nothing; Escape chooses it.
        CANCEL
    }

    /// The one that most people will take.
    public static Choice primary(String title, Runnable then) {
        return new Choice(title, Look.PRIMARY, then);
    }

    /// One of several.
    public static Choice plain(String title, Runnable then) {
        return new Choice(title, Look.PLAIN, then);
    }

    /// What destroys something.
    public static Choice danger(String title, Runnable then) {
        return new Choice(title, Look.DANGER, then);
    }

    /// What changes nothing.
    public static Choice cancel(String title) {
        return new Choice(title, Look.CANCEL, () -> {});
    }
}
