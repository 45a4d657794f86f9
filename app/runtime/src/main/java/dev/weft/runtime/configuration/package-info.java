/// Configuration files of plugins: their defaults written once, their values read, and mistakes told with line and key.
///
/// Which plugin is given which configuration is decided in `dev.weft.runtime.plugin`.
@NullMarked
package dev.weft.runtime.configuration;

import org.jspecify.annotations.NullMarked;
