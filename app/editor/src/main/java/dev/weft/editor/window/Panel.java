package dev.weft.editor.window;

import java.util.function.Supplier;
import javafx.scene.Node;

/// Something that fills a place in the window, made when it is first shown.
///
/// @param id names it in settings and actions, lower-case words joined by `-`
/// @param place where it goes
/// @param order those with smaller numbers come first in a place
/// @param title what people read on its tab or head
/// @param icon literal of an Ikonli icon
/// @param content makes what is shown
public record Panel(String id, Place place, int order, String title, String icon, Supplier<Node> content) {
    /// A place in the window.
    public enum Place {
        /// A tab of the sidebar at the left.
        SIDEBAR,
        /// A drawer at the right, one at a time.
        DRAWER,
        /// A tab of the panel at the bottom.
        BOTTOM,
        /// An item at the left end of the status bar.
        STATUS_LEFT,
        /// An item at the right end of the status bar.
        STATUS_RIGHT,
        /// A button or group of them in the top bar, before the run button.
        TOP_BAR,
        /// Fills the page while no document is open.
        START,
        /// Takes the whole window between top bar and status bar while it is shown, as plugins and settings do.
        PAGE
    }
}
