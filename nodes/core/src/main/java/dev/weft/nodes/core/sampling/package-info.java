/// What every sampler node has in common: its ports and parameters, the checks before a run, the run itself.
///
/// The step rules and noise are in `dev.weft.models.sampling`; which rows of a batch share a style is for the node to
/// say that uses this package.
@NullMarked
package dev.weft.nodes.core.sampling;

import org.jspecify.annotations.NullMarked;
