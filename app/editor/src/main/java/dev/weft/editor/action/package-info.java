/// All that can be asked for by key, menu or palette, and who does it. What they do lives with those who handle
/// them.
@NullMarked
package dev.weft.editor.action;

import org.jspecify.annotations.NullMarked;
