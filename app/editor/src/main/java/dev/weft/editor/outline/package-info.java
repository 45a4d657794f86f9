/// Finding nodes of the open document: the sidebar tab that lists them, and the popup that searches them. Where
/// nodes
/// stand on the canvas is not known here.
@NullMarked
package dev.weft.editor.outline;

import org.jspecify.annotations.NullMarked;
