package dev.weft.editor.document;

import dev.weft.graph.PortAddress;

/// Something on the canvas that can be selected.
public sealed interface Item {
    /// A node.
    ///
    /// @param id its id in the graph that is shown
    record OfNode(String id) implements Item {}

    /// A wire.
    ///
    /// @param from its output
    /// @param to its input
    record OfLink(PortAddress from, PortAddress to) implements Item {}

    /// A point through which a wire is drawn.
    ///
    /// @param from output of the wire
    /// @param to input of the wire
    /// @param index which of its points, from 0
    record OfReroute(PortAddress from, PortAddress to, int index) implements Item {}

    /// A rectangle behind nodes.
    ///
    /// @param index which of the groups of the graph, from 0
    record OfGroup(int index) implements Item {}

    /// A text.
    ///
    /// @param index which of the notes of the graph, from 0
    record OfNote(int index) implements Item {}
}
