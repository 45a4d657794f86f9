package dev.weft.models.sampling;

/// Dynamic thresholding of predicted clean samples (Saharia et al., arXiv 2205.11487, section 2.3).
///
/// @param ratio the quantile of absolute values that becomes the bound, 0…1
/// @param largestBound the bound is at least 1 and at most this
public record Thresholding(double ratio, double largestBound) {}
