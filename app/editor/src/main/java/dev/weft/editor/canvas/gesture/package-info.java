/// What people do on the canvas with the pointer and the keys: one class a gesture, each from its press to its
/// release.
/// Gestures draw previews on the board and end in one edit of the document.
@NullMarked
package dev.weft.editor.canvas.gesture;

import org.jspecify.annotations.NullMarked;
