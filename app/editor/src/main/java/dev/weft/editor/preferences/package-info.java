/// What the user has set for the editor on this machine. How it is shown and changed is for `settings`.
@NullMarked
package dev.weft.editor.preferences;

import org.jspecify.annotations.NullMarked;
