/// What stands for something else in a document: nodes for subgraphs, bypassed and muted nodes. Whether what
/// comes out
/// can run is for `dev.weft.graph.validation` to say.
@NullMarked
package dev.weft.graph.subgraph;

import org.jspecify.annotations.NullMarked;
