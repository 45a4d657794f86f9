/// Documents in files: opening, saving, closing, and what is kept for the case of a crash. Which documents are
/// open is
/// known to `workspace`.
@NullMarked
package dev.weft.editor.files;

import org.jspecify.annotations.NullMarked;
