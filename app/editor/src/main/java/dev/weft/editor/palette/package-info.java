/// The list of commands that is searched by typing. What they do is for those who handle actions.
@NullMarked
package dev.weft.editor.palette;

import org.jspecify.annotations.NullMarked;
