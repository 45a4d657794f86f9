/// What is wrong with open documents and what is known of their values, worked out behind the window while
/// people edit.
/// How it is shown is for `node`, `canvas` and `problems`.
@NullMarked
package dev.weft.editor.check;

import org.jspecify.annotations.NullMarked;
