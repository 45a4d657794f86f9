/// How a graph is drawn: an FXGraph canvas with the cells and edges that are in view, and marks for gestures
/// above
/// them.
/// What people do to it is for `canvas.gesture`.
@NullMarked
package dev.weft.editor.canvas.board;

import org.jspecify.annotations.NullMarked;
