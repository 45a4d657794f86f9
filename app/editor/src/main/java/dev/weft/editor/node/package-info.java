/// How one node looks: its model for drawing, its measures, and its view with fields. Where it stands is for
/// `canvas`.
@NullMarked
package dev.weft.editor.node;

import org.jspecify.annotations.NullMarked;
