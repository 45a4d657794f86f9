/// All changes that people make to a graph, as pure functions that return an [dev.weft.editor.document.Edit]
/// with a name
/// for the menu. Neither gestures nor anything drawn live here.
@NullMarked
package dev.weft.editor.edit;

import org.jspecify.annotations.NullMarked;
