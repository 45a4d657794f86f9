package dev.weft.models.panorama;

/// Where one view lies in a panorama. Columns beyond the right edge go on at the left one.
///
/// @param top its first row, in latent pixels
/// @param left its first column, in latent pixels
public record View(int top, int left) {}
