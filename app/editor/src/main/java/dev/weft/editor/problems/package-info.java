/// What is wrong with the open document, each with its remedy, and the log of what was run. What is wrong is
/// found out
/// by `check` and by runs, not here.
@NullMarked
package dev.weft.editor.problems;

import org.jspecify.annotations.NullMarked;
