package org.example.prompttools;

import dev.weft.nodes.api.record.Output;

/// What a node gives that writes one text.
///
/// @param text the text
record Written(@Output("The text.") String text) {}
