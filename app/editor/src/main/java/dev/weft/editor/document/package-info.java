/// Open workflows and their history: every change is an [Edit] on the immutable workflow, performed by a
/// [Document]. No
/// JavaFX scene classes are used here, and no edit is made here; those are in `edit`.
@NullMarked
package dev.weft.editor.document;

import org.jspecify.annotations.NullMarked;
