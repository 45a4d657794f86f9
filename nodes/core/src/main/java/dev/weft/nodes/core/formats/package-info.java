/// How the values that flow between nodes are weighed, compared and put on disk.
///
/// What the values are is said where they are defined; nothing here is a file format for users.
@NullMarked
package dev.weft.nodes.core.formats;

import org.jspecify.annotations.NullMarked;
