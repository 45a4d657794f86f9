/// Pictures larger than a network was trained on, drawn through overlapping views (MultiDiffusion, arXiv
/// 2302.08113).
///
/// How a view is predicted, and which style it takes, is in `dev.weft.models.unet`.
@NullMarked
package dev.weft.models.panorama;

import org.jspecify.annotations.NullMarked;
