package dev.weft.models.unet;

import dev.weft.models.control.Controls;
import dev.weft.models.text.Conditioning;

/// Classifier-free guidance: how far predictions are driven away from the negative prompt towards the positive one.
///
/// @param scale 1 follows the positive prompt alone and does not compute the negative half
/// @param positive what is wanted: one row a picture, or one for all
/// @param negative what is not wanted: one row a picture, or one for all
/// @param controls the ControlNets that steer along with the prompts
public record Guidance(double scale, Conditioning positive, Conditioning negative, Controls controls) {
    /// Guidance by prompts alone.
    public Guidance(double scale, Conditioning positive, Conditioning negative) {
        this(scale, positive, negative, Controls.none());
    }

    /// Whether the negative half counts.
    boolean guided() {
        return scale != 1;
    }

    /// All negative rows, then all positive rows; only these without guidance.
    Conditioning rows(int batch) {
        return guided() ? negative.spread(batch).then(positive.spread(batch)) : positive.spread(batch);
    }
}
