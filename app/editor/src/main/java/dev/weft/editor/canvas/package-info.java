/// The graph as it is drawn: an FXGraph canvas that mirrors the document, the viewport, wires and the gestures
/// on them.
/// The only package that knows FXGraph.
@NullMarked
package dev.weft.editor.canvas;

import org.jspecify.annotations.NullMarked;
