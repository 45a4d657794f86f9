/// The readers of the event stream: a progress bar, plain lines, JSON lines.
///
/// They only show what happens; running, and what the outcome means for the process, is the commands' matter.
@NullMarked
package dev.weft.cli.progress;

import org.jspecify.annotations.NullMarked;
