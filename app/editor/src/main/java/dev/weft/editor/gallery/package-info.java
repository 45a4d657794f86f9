/// The pictures that were made: found in the output folder, put together to sets, looked at, compared and
/// measured.
/// Nothing here makes pictures.
@NullMarked
package dev.weft.editor.gallery;

import org.jspecify.annotations.NullMarked;
