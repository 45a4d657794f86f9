package dev.weft.editor.outline;

/// A node that was found.
///
/// @param entry the node
/// @param reason what fitted: its type, or a parameter with its value
record FoundNode(OutlineEntry entry, String reason) {}
