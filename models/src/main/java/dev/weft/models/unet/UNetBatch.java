package dev.weft.models.unet;

import dev.weft.models.control.ControlledRows;
import dev.weft.models.text.Conditioning;

/// One prediction that is asked of a U-Net: all rows of a batch at one timestep.
final class UNetBatch {
    private final float[] sample;
    private final int rows;
    private final int channels;
    private final int height;
    private final int width;
    private final double timestep;
    private final Conditioning text;
    private final Sharing sharing;
    private final ControlledRows controls;

    UNetBatch(
            float[] sample,
            int rows,
            int height,
            int width,
            double timestep,
            Conditioning text,
            Sharing sharing,
            ControlledRows controls) {
        if (rows < 1 || height < 1 || width < 1 || sample.length % ((long) rows * height * width) != 0) {
            throw new IllegalArgumentException("Latents of " + sample.length + " values are not " + rows + " rows of "
                    + height + " by " + width + ".");
        }
        if (text.rows() != rows) {
            throw new IllegalArgumentException(
                    "There are " + rows + " rows of latents, but " + text.rows() + " of prompts.");
        }
        sharing.requireRows(rows);
        this.sample = sample;
        this.rows = rows;
        this.channels = sample.length / (rows * height * width);
        this.height = height;
        this.width = width;
        this.timestep = timestep;
        this.text = text;
        this.sharing = sharing;
        this.controls = controls;
    }

    float[] sample() {
        return sample;
    }

    int rows() {
        return rows;
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

    Sharing sharing() {
        return sharing;
    }

    ControlledRows controls() {
        return controls;
    }
}
