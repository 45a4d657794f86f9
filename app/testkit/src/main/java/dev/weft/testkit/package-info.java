/// Runs the nodes of a plugin in a real runtime, for the tests of its author.
///
/// It is no part of the program, and knows no test framework.
@NullMarked
package dev.weft.testkit;

import org.jspecify.annotations.NullMarked;
