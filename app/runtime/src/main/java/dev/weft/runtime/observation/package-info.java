/// Who works at what: which execution and which node the current thread is busy with, and who is told of it.
///
/// Nothing is measured or shown here; profiles, logs and Java's flight recorder take what they need.
@NullMarked
package dev.weft.runtime.observation;

import org.jspecify.annotations.NullMarked;
