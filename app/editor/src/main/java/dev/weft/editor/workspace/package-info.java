/// The open documents. How they are read and written is for `files`.
@NullMarked
package dev.weft.editor.workspace;

import org.jspecify.annotations.NullMarked;
