package dev.weft.editor.node.field;

/// What a node says about the model that it loads.
///
/// @param detail a few words on it
/// @param missing whether there is no such model
record ModelCard(String detail, boolean missing) {}
