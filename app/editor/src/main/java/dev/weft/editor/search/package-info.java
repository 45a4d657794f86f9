/// Finding a node type and placing a node of it: the popup that searches, and the sidebar tab that lists all.
/// How a new
/// node is wired is for `edit`.
@NullMarked
package dev.weft.editor.search;

import org.jspecify.annotations.NullMarked;
