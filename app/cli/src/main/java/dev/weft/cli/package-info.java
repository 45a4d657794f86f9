/// The `weft` command line: options, progress, messages and exit codes.
///
/// How workflows are checked and run is not here; the commands read the runtime's event stream and tell people of it.
@NullMarked
package dev.weft.cli;

import org.jspecify.annotations.NullMarked;
