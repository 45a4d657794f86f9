/// What the window shows of runs: the drawer with what runs, waits and is over, the button that opens it, and
/// items of the
/// status bar. How runs are carried out is for `run`.
@NullMarked
package dev.weft.editor.queue;

import org.jspecify.annotations.NullMarked;
