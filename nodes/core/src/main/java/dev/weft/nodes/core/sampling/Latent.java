package dev.weft.nodes.core.sampling;

/// A batch of pictures in the space of the autoencoder, as it flows between nodes and stands in `.latent` files.
///
/// The U-Net sees these values times the bundle's scaling factor.
///
/// @param batch number of pictures
/// @param channels 4 in all Stable Diffusion models
/// @param height in latent pixels, an eighth of the picture's
/// @param width in latent pixels, an eighth of the picture's
/// @param values `[batch, channels, height, width]`, row-major; not to be written to
public record Latent(int batch, int channels, int height, int width, float[] values) {
    /// @throws IllegalArgumentException if the number of values is not the product of the sizes
    public Latent {
        if ((long) batch * channels * height * width != values.length) {
            throw new IllegalArgumentException("A latent of " + values.length + " values is not [" + batch + ", "
                    + channels + ", " + height + ", " + width + "].");
        }
    }

    /// A latent that holds only zeros.
    public static Latent zeros(int batch, int channels, int height, int width) {
        return new Latent(batch, channels, height, width, new float[batch * channels * height * width]);
    }

    /// Memory that the values take.
    public long byteSize() {
        return (long) Float.BYTES * values.length;
    }
}
