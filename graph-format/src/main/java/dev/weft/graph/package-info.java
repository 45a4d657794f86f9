/// The workflow document as immutable records: what is saved in a `*.weft.json` file.
///
/// Reading and writing files lives in `json`, what node types look like in `types`, checking and ordering in
/// `validation`. Nothing here knows how a node is executed.
@NullMarked
package dev.weft.graph;

import org.jspecify.annotations.NullMarked;
