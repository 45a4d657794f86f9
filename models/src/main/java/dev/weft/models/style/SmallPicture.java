package dev.weft.models.style;

import dev.weft.models.image.ImageBatch;
import dev.weft.models.image.PngFile;
import java.util.Map;

/// Makes thumbnails: pictures of at most 256 pixels a side, as PNG.
public final class SmallPicture {
    private static final int LARGEST_SIDE = 256;

    private SmallPicture() {}

    /// One picture of a batch, made smaller by a whole factor where it is too large: each pixel is then the mean of a
    /// square.
    ///
    /// @return the bytes of a PNG file
    public static byte[] png(ImageBatch pictures, int index) {
        int larger = Math.max(pictures.width(), pictures.height());
        int factor = Math.ceilDiv(larger, LARGEST_SIDE);
        int height = Math.max(1, pictures.height() / factor);
        int width = Math.max(1, pictures.width() / factor);
        float[] small = new float[ImageBatch.CHANNELS * height * width];
        for (int channel = 0; channel < ImageBatch.CHANNELS; channel++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    small[(channel * height + y) * width + x] =
                            mean(pictures, index, channel, y * factor, x * factor, factor);
                }
            }
        }
        return PngFile.encode(new ImageBatch(1, height, width, small), 0, Map.of());
    }

    private static float mean(ImageBatch pictures, int index, int channel, int top, int left, int factor) {
        double sum = 0;
        int count = 0;
        for (int y = top; y < Math.min(top + factor, pictures.height()); y++) {
            for (int x = left; x < Math.min(left + factor, pictures.width()); x++) {
                sum += pictures.rgb()[
                        ((index * ImageBatch.CHANNELS + channel) * pictures.height() + y) * pictures.width() + x];
                count++;
            }
        }
        return (float) (sum / count);
    }
}
