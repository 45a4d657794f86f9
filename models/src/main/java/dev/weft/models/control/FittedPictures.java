package dev.weft.models.control;

import dev.weft.models.image.ImageBatch;
import java.util.Optional;

/// The pictures of a control at the size of the pictures that are drawn.
///
/// A picture of another size is cut centrally to the shape that is drawn and then resized without mixing pixels, as in
/// ComfyUI, so that edges stay edges.
final class FittedPictures {
    private final int height;
    private final int width;
    private final float[] values;

    private FittedPictures(int height, int width, float[] values) {
        this.height = height;
        this.width = width;
        this.values = values;
    }

    /// Resizes where sizes differ.
    static FittedPictures of(ImageBatch pictures, int height, int width) {
        if (pictures.height() == height && pictures.width() == width) {
            return new FittedPictures(height, width, pictures.rgb());
        }
        int across = cut(pictures.width(), pictures.height(), width, height);
        int down = cut(pictures.height(), pictures.width(), height, width);
        int planes = pictures.batch() * ImageBatch.CHANNELS;
        float[] fitted = new float[Math.multiplyExact(planes, height * width)];
        for (int plane = 0; plane < planes; plane++) {
            for (int y = 0; y < height; y++) {
                int fromY = down + nearest(y, pictures.height() - 2 * down, height);
                for (int x = 0; x < width; x++) {
                    int fromX = across + nearest(x, pictures.width() - 2 * across, width);
                    fitted[(plane * height + y) * width + x] =
                            pictures.rgb()[(plane * pictures.height() + fromY) * pictures.width() + fromX];
                }
            }
        }
        return new FittedPictures(height, width, fitted);
    }

    /// What users are told where sizes differ.
    ///
    /// @param net which ControlNet the pictures are for
    static Optional<String> remark(String net, ImageBatch pictures, int height, int width) {
        if (pictures.height() == height && pictures.width() == width) {
            return Optional.empty();
        }
        boolean cut = cut(pictures.width(), pictures.height(), width, height) > 0
                || cut(pictures.height(), pictures.width(), height, width) > 0;
        return Optional.of("The picture for the ControlNet " + net + " has " + pictures.width() + " by "
                + pictures.height() + " pixels; it was " + (cut ? "cut at two sides and " : "") + "resized to the "
                + width
                + " by " + height + " that are drawn.");
    }

    /// How many pixels to cut from each end of `length` so that the picture has the wanted shape.
    private static int cut(int length, int other, int wantedLength, int wantedOther) {
        double kept = (double) wantedLength / wantedOther * other;
        return kept < length ? Math.min((int) Math.rint((length - kept) / 2), (length - 1) / 2) : 0;
    }

    /// The pixel of the source whose area holds the middle of the target's.
    private static int nearest(int target, int sourceLength, int targetLength) {
        return (int) Math.min((target + 0.5) * sourceLength / targetLength, sourceLength - 1);
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    /// Elements of one picture.
    int size() {
        return ImageBatch.CHANNELS * height * width;
    }

    /// All pictures, `[batch, 3, height, width]`; not to be written to.
    float[] values() {
        return values;
    }
}
