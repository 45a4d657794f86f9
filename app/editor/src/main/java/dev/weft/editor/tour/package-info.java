/// The tour: four short hints at the main parts of the window, for people who see it for the first time.
@NullMarked
package dev.weft.editor.tour;

import org.jspecify.annotations.NullMarked;
