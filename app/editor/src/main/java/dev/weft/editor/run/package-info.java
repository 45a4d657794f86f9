/// What is known of runs of a document, and what asks for them. How it is drawn is for `node`, `canvas` and
/// `queue`.
@NullMarked
package dev.weft.editor.run;

import org.jspecify.annotations.NullMarked;
