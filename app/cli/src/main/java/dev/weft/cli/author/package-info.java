/// Writes the project that the author of a plugin begins with. What a plugin is, and how it is loaded, is the runtime's
/// business.
@NullMarked
package dev.weft.cli.author;

import org.jspecify.annotations.NullMarked;
