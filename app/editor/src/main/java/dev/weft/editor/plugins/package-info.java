/// The page that shows plugins, and lets people allow them. Which plugins may be loaded is decided by the
/// runtime.
@NullMarked
package dev.weft.editor.plugins;

import org.jspecify.annotations.NullMarked;
