/// Recorded values that tests compare with.
///
/// Where the values come from is said in the tests that use them.
@NullMarked
package dev.weft.models.golden;

import org.jspecify.annotations.NullMarked;
