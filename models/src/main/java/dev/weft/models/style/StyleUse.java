package dev.weft.models.style;

import dev.weft.models.sampling.Moment;
import java.util.List;

/// A run that a style is to be used in.
///
/// @param modelName what its bundle is called
/// @param modelIdentity names the content of its U-Net's file
/// @param channels channels of its latents
/// @param height height of its latents
/// @param width width of its latents
/// @param downscale how many pixels a latent is wide and high
/// @param steps how many steps it was asked to take
/// @param moments when it calls the network
public record StyleUse(
        String modelName,
        String modelIdentity,
        int channels,
        int height,
        int width,
        int downscale,
        int steps,
        List<Moment> moments) {
    public StyleUse {
        moments = List.copyOf(moments);
    }
}
