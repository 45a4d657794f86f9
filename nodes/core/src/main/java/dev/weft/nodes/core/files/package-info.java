/// Files as nodes name, read and write them: input files, numbered output files, and what an output file says of its
/// own making.
///
/// The formats themselves are in `dev.weft.models`.
@NullMarked
package dev.weft.nodes.core.files;

import org.jspecify.annotations.NullMarked;
