/// Samplers, the schedules of noise levels that they walk along, and what a scheduler config says about a model.
///
/// Networks are not known here, only functions that predict; guidance and shared attention live in
/// `dev.weft.models.unet`.
@NullMarked
package dev.weft.models.sampling;

import org.jspecify.annotations.NullMarked;
