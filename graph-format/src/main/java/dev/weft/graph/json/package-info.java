/// JSON as an exact tree, and the `*.weft.json` file: reading, canonical layout, safe writing.
///
/// What the document means lives in `dev.weft.graph`, whether it can run in `dev.weft.graph.validation`.
@NullMarked
package dev.weft.graph.json;

import org.jspecify.annotations.NullMarked;
