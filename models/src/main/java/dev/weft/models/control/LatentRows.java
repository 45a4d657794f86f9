package dev.weft.models.control;

import dev.weft.models.text.Conditioning;

/// What a denoising network is about to see: the latents and prompts of all rows of a batch at one timestep.
public final class LatentRows {
    private final float[] sample;
    private final int rows;
    private final int channels;
    private final int height;
    private final int width;
    private final double timestep;
    private final Conditioning text;
    private final int downscale;

    /// Takes hold of `sample`.
    ///
    /// @param sample `[rows, channels, height, width]`, row-major
    /// @param height in latent pixels
    /// @param width in latent pixels
    /// @param timestep the timestep as the training schedule counts it; may have a fraction
    /// @param text one row of prompt for each row of latents
    /// @param downscale how many pixels a latent pixel is wide and high
    /// @throws IllegalArgumentException in one sentence, if sizes disagree
    public LatentRows(
            float[] sample, int rows, int height, int width, double timestep, Conditioning text, int downscale) {
        if (rows < 1 || height < 1 || width < 1 || sample.length % ((long) rows * height * width) != 0) {
            throw new IllegalArgumentException("Latents of " + sample.length + " values are not " + rows + " rows of "
                    + height + " by " + width + ".");
        }
        if (text.rows() != rows) {
            throw new IllegalArgumentException(
                    "There are " + rows + " rows of latents, but " + text.rows() + " of prompts.");
        }
        this.sample = sample;
        this.rows = rows;
        this.channels = sample.length / (rows * height * width);
        this.height = height;
        this.width = width;
        this.timestep = timestep;
        this.text = text;
        this.downscale = downscale;
    }

    /// The latents `[rows, channels, height, width]`, row-major; not to be written to.
    public float[] sample() {
        return sample;
    }

    /// How many rows.
    public int rows() {
        return rows;
    }

    /// How many channels a latent has.
    public int channels() {
        return channels;
    }

    /// In latent pixels.
    public int height() {
        return height;
    }

    /// In latent pixels.
    public int width() {
        return width;
    }

    /// How many values one row has.
    public int latentSize() {
        return channels * height * width;
    }

    /// The timestep as the training schedule counts it.
    public double timestep() {
        return timestep;
    }

    /// One row of prompt for each row of latents.
    public Conditioning text() {
        return text;
    }

    /// What Stable Diffusion XL is told of the size of each picture: original height and width, top and left of the
    /// crop, wanted height and width, in pixels.
    public float[] timeIds() {
        float pixelHeight = height * downscale;
        float pixelWidth = width * downscale;
        return new float[] {pixelHeight, pixelWidth, 0, 0, pixelHeight, pixelWidth};
    }
}
