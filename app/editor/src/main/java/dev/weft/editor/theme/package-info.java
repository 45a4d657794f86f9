/// Colours, type and measures of the visual design. No layout is made here.
@NullMarked
package dev.weft.editor.theme;

import org.jspecify.annotations.NullMarked;
