/// The editor as a program: where it starts, and what it is assembled from. Everything else lives in packages
/// by topic.
@NullMarked
package dev.weft.editor;

import org.jspecify.annotations.NullMarked;
