package dev.weft.models.control;

import dev.weft.models.text.Conditioning;

/// What a denoising network is about to see: the latents and prompts of all rows of a batch at one timestep.
public final class LatentRows {
    private final float[] sample;
    private final int channels;
    private final int height;
    private final int width;
    private final double timestep;
    private final Conditioning text;
    private final float[] timeIds;

    /// Takes hold of the arrays.
    ///
    /// @param sample `[rows, channels, height, width]`, row-major
    /// @param text one row of prompt for each row of latents
    /// @param timeIds what Stable Diffusion XL is told of the size of one picture: 6 numbers
    public LatentRows(
            float[] sample, int channels, int height, int width, double timestep, Conditioning text, float[] timeIds) {
        this.sample = sample;
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.timestep = timestep;
        this.text = text;
        this.timeIds = timeIds;
    }

    float[] sample() {
        return sample;
    }

    int channels() {
        return channels;
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    int latentSize() {
        return channels * height * width;
    }

    double timestep() {
        return timestep;
    }

    Conditioning text() {
        return text;
    }

    float[] timeIds() {
        return timeIds;
    }
}
