/// Whether a workflow can run: all its problems at once, or the typed and ordered plan of what its outputs
/// need.
///
/// The document lives in `dev.weft.graph`, what node types say of themselves in `dev.weft.graph.types`. Nothing
/// runs here.
@NullMarked
package dev.weft.graph.validation;

import org.jspecify.annotations.NullMarked;
