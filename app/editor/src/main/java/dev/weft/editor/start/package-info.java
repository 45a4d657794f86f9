/// What people see before a document is open: templates, recent files and ways to open others. Opening itself
/// is for
/// `files`.
@NullMarked
package dev.weft.editor.start;

import org.jspecify.annotations.NullMarked;
