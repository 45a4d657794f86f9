/// Where everything on the canvas lies and what lies at a place, computed from the document alone. Nothing is
/// drawn
/// here.
@NullMarked
package dev.weft.editor.canvas.model;

import org.jspecify.annotations.NullMarked;
