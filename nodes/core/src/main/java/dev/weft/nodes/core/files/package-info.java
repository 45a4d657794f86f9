/// Files that nodes read and write: where they lie, what they are called, what they say of their making.
///
/// What stands in a file is for the node to know.
@NullMarked
package dev.weft.nodes.core.files;

import org.jspecify.annotations.NullMarked;
