/// The way between latents and pictures: VAE decoder and encoder, and the numbers that describe a latent space.
///
/// Picture files are not read or written here.
@NullMarked
package dev.weft.models.vae;

import org.jspecify.annotations.NullMarked;
