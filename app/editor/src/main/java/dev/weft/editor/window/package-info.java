/// The window and the places in it that others fill: sidebar tabs, drawers, bottom tabs, status items and
/// pages. What
/// fills them lives in packages of its own.
@NullMarked
package dev.weft.editor.window;

import org.jspecify.annotations.NullMarked;
