package dev.weft.editor.canvas.model;

import dev.weft.editor.document.Item;
import dev.weft.graph.PortAddress;
import java.util.Optional;
import javafx.geometry.Point2D;

/// What lies at a place on the canvas.
public sealed interface Hit {
    /// Nothing.
    record Nothing() implements Hit {}

    /// A port.
    ///
    /// @param address which
    /// @param output whether it is an output
    /// @param centre where wires end
    record OfPort(PortAddress address, boolean output, Point2D centre) implements Hit {}

    /// A node.
    ///
    /// @param node which
    record OfNode(PlacedNode node) implements Hit {}

    /// The corner by which something is made larger.
    ///
    /// @param owner a node, group or note
    record OfCorner(Item owner) implements Hit {}

    /// A point of a wire.
    ///
    /// @param reroute which
    record OfReroute(Item.OfReroute reroute) implements Hit {}

    /// A wire.
    ///
    /// @param wire which
    /// @param span which of its spans, from 0
    record OfWire(PlacedWire wire, int span) implements Hit {}

    /// The title of a group.
    ///
    /// @param group which
    record OfGroup(Item.OfGroup group) implements Hit {}

    /// A note.
    ///
    /// @param note which
    record OfNote(Item.OfNote note) implements Hit {}

    /// What would be selected by a click here.
    default Optional<Item> item() {
        return switch (this) {
            case Nothing _, OfPort _ -> Optional.empty();
            case OfNode hit -> Optional.of(new Item.OfNode(hit.node().id()));
            case OfCorner hit -> Optional.of(hit.owner());
            case OfReroute hit -> Optional.of(hit.reroute());
            case OfWire hit -> Optional.of(hit.wire().item());
            case OfGroup hit -> Optional.of(hit.group());
            case OfNote hit -> Optional.of(hit.note());
        };
    }
}
