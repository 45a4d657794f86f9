package dev.weft.nodes.stylealigned.score;

import dev.weft.models.image.ImageBatch;
import java.awt.image.BufferedImage;

/// A small copy of a picture, to be recognised by in a report.
///
/// @param image its pixels, in the picture's proportions, at most [#SIDE] a side
record Thumbnail(BufferedImage image) {
    /// Longest side in pixels; twice what is usually shown, for fine screens.
    static final int SIDE = 112;

    /// Reduces the first picture of a batch: each pixel is the mean of those that it stands for.
    static Thumbnail of(ImageBatch picture) {
        int longest = Math.max(picture.width(), picture.height());
        int side = Math.min(SIDE, longest);
        int width = Math.max(1, (int) Math.round((double) picture.width() * side / longest));
        int height = Math.max(1, (int) Math.round((double) picture.height() * side / longest));
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, mean(picture, x, width, y, height));
            }
        }
        return new Thumbnail(image);
    }

    private static int mean(ImageBatch picture, int x, int width, int y, int height) {
        int left = (int) ((long) x * picture.width() / width);
        int right = Math.max(left + 1, (int) ((x + 1L) * picture.width() / width));
        int top = (int) ((long) y * picture.height() / height);
        int bottom = Math.max(top + 1, (int) ((y + 1L) * picture.height() / height));
        int colour = 0;
        for (int channel = 0; channel < ImageBatch.CHANNELS; channel++) {
            long sum = 0;
            for (int row = top; row < bottom; row++) {
                for (int column = left; column < right; column++) {
                    sum += picture.level(0, channel, row, column);
                }
            }
            long pixels = (long) (bottom - top) * (right - left);
            colour = colour << 8 | (int) ((sum + pixels / 2) / pixels);
        }
        return colour;
    }
}
