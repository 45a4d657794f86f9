/// The settings: a drawer in which the preferences are changed, and the file in which they are kept. What they
/// are is
/// for `preferences`.
@NullMarked
package dev.weft.editor.settings;

import org.jspecify.annotations.NullMarked;
