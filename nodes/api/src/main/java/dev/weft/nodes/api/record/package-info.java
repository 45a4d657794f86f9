/// Node types written as one small class: what flows in and out is declared by two records with annotations.
///
/// The declarations are read once, when a plugin registers its nodes; running nodes and finding plugins are not here.
@NullMarked
package dev.weft.nodes.api.record;

import org.jspecify.annotations.NullMarked;
