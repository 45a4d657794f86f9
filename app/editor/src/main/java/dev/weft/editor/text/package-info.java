/// The words of the editor in the language of its user. Each package keeps its own in `texts.properties`.
@NullMarked
package dev.weft.editor.text;

import org.jspecify.annotations.NullMarked;
