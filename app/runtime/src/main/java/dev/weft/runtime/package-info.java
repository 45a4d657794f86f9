/// Assembles the runtime with Guice: settings in, plugins and executor out.
///
/// Finding plugins is done in `plugin`, running plans in `execution`; nothing here reads files or runs nodes.
@NullMarked
package dev.weft.runtime;

import org.jspecify.annotations.NullMarked;
