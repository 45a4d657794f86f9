/// A plugin for Weft with tools for writing prompts: each node is one small class that declares its ports by two
/// records.
///
/// Nodes give plain text; what a model makes of it is the business of the nodes that the text is linked to.
@NullMarked
package org.example.prompttools;

import org.jspecify.annotations.NullMarked;
