/// Which plugins may be loaded: those that Weft came with, and those that its user allowed.
///
/// Contents are told apart by their hash. Where plugins lie and how they are loaded is not known here.
@NullMarked
package dev.weft.runtime.trust;

import org.jspecify.annotations.NullMarked;
