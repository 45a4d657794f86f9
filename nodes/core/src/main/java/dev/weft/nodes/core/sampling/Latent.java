package dev.weft.nodes.core.sampling;

import dev.weft.nodes.api.record.Kind;

/// A batch of pictures in the space of the autoencoder, as it flows between nodes and stands in `.latent` files.
///
/// The U-Net sees these values times the bundle's scaling factor. Immutable as long as nobody writes to the array that
/// it hands out.
@Kind("latent")
public final class Latent {
    private static final int LARGEST = 1 << 29;

    private final int batch;
    private final int channels;
    private final int height;
    private final int width;
    private final float[] values;

    /// Takes hold of `values`, row-major `[batch, channels, height, width]`.
    ///
    /// @param batch number of pictures
    /// @param channels 4 in all Stable Diffusion models
    /// @param height in latent pixels, an eighth of the picture's
    /// @param width in latent pixels, an eighth of the picture's
    /// @throws IllegalArgumentException if the number of values is not the product of the sizes
    public Latent(int batch, int channels, int height, int width, float[] values) {
        if ((long) batch * channels * height * width != values.length) {
            throw new IllegalArgumentException("A latent of " + values.length + " values is not [" + batch + ", "
                    + channels + ", " + height + ", " + width + "].");
        }
        this.batch = batch;
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.values = values;
    }

    /// A latent that holds only zeros.
    ///
    /// @throws IllegalArgumentException with a sentence for the user if it does not [#fit]
    public static Latent zeros(int batch, int channels, int height, int width) {
        if (!fit(batch, channels, height, width)) {
            throw new IllegalArgumentException("A batch of " + batch + " latents of " + width + " by " + height
                    + " is too large; make fewer or smaller pictures at a time.");
        }
        return new Latent(batch, channels, height, width, new float[batch * channels * height * width]);
    }

    /// Whether a batch is small enough to be sampled: both halves of the guidance have to go into one array.
    public static boolean fit(int batch, int channels, int height, int width) {
        return (long) batch * channels * height * width <= LARGEST;
    }

    /// Number of pictures.
    public int batch() {
        return batch;
    }

    /// Number of channels.
    public int channels() {
        return channels;
    }

    /// Height in latent pixels.
    public int height() {
        return height;
    }

    /// Width in latent pixels.
    public int width() {
        return width;
    }

    /// `[batch, channels, height, width]`, row-major; not to be written to.
    public float[] values() {
        return values;
    }

    /// Memory that the values take.
    public long byteSize() {
        return (long) Float.BYTES * values.length;
    }
}
