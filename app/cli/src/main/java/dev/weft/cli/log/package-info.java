/// Configures logging: warnings as one line each on standard error, all else in a file.
///
/// What is logged is decided where it happens; messages to users about their own doing do not go through the log.
@NullMarked
package dev.weft.cli.log;

import org.jspecify.annotations.NullMarked;
