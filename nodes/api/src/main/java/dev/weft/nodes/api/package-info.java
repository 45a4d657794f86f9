/// All that a plugin author compiles against: node types, their values, the context they run in, the plugin's entry.
///
/// Ports and parameters are described with `dev.weft.graph.types`. No node type is implemented here.
@NullMarked
package dev.weft.nodes.api;

import org.jspecify.annotations.NullMarked;
