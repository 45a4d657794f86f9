/// What a node type looks like from outside: its ports, its parameters and what it knows before running.
///
/// The functions that execute nodes are not here; plugins add them in `dev.weft.nodes.api`.
@NullMarked
package dev.weft.graph.types;

import org.jspecify.annotations.NullMarked;
