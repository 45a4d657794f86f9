package dev.weft.editor.canvas.model;

import dev.weft.editor.document.Item;
import dev.weft.graph.Link;
import dev.weft.graph.types.PortKind;
import javafx.geometry.Rectangle2D;

/// A wire where it is drawn.
///
/// @param link the link of the graph
/// @param kind what flows
/// @param condition what is to be seen of its state
/// @param path how it runs
/// @param bounds a rectangle that holds it
public record PlacedWire(Link link, PortKind kind, Condition condition, WirePath path, Rectangle2D bounds) {
    /// A state of a wire.
    public enum Condition {
        /// Nothing special.
        USUAL,
        /// What it carries is waited for.
        WAITING,
        /// What it should carry will not come.
        BLOCKED,
        /// One of its ends is a node whose plugin is missing.
        MISSING,
        /// It ends at the port that an error names.
        FAULTY
    }

    /// A wire that runs like this.
    public static PlacedWire of(Link link, PortKind kind, Condition condition, WirePath path) {
        return new PlacedWire(link, kind, condition, path, path.bounds());
    }

    /// It as something that can be selected.
    public Item.OfLink item() {
        return new Item.OfLink(link.from(), link.to());
    }
}
