package dev.weft.models.image;

/// Makes pictures and masks of another size: both directions one after the other, in floating point.
///
/// @param height the new height in pixels, at least 1
/// @param width the new width in pixels, at least 1
/// @param filter how pixels are made
/// @param crop whether what is too wide or too high for the new shape is cut off on both sides, rather than stretched
public record Scaling(int height, int width, ScaleFilter filter, boolean crop) {
    /// Checks the size.
    ///
    /// @throws IllegalArgumentException if it is not at least 1 by 1
    public Scaling {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("A picture cannot be made " + width + "×" + height + " pixels large.");
        }
    }

    /// Pictures of the new size, with values from 0 to 1; these pictures where the size is the same.
    ///
    /// @throws IllegalArgumentException with a sentence for the user if they would be larger than memory allows
    public ImageBatch of(ImageBatch images) {
        if (images.height() == height && images.width() == width) {
            return images;
        }
        int planes = images.batch() * ImageBatch.CHANNELS;
        float[] scaled = planes(images.rgb(), planes, images.height(), images.width());
        return new ImageBatch(images.batch(), height, width, scaled);
    }

    /// Masks of the new size, cut and scaled as their pictures are.
    ///
    /// @throws IllegalArgumentException as for pictures
    public Mask of(Mask masks) {
        if (masks.height() == height && masks.width() == width) {
            return masks;
        }
        float[] scaled = planes(masks.values(), masks.batch(), masks.height(), masks.width());
        return new Mask(masks.batch(), height, width, scaled);
    }

    private float[] planes(float[] values, int planes, int oldHeight, int oldWidth) {
        long size = (long) planes * height * width;
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("Pictures of " + width + "×" + height
                    + " pixels are more than fits together; make them smaller, or fewer at once.");
        }
        int left = crop ? margin(oldWidth, (double) oldHeight * width / height) : 0;
        int top = crop ? margin(oldHeight, (double) oldWidth * height / width) : 0;
        int keptWidth = oldWidth - 2 * left;
        int keptHeight = oldHeight - 2 * top;
        ScaledLine rows = new ScaledLine(keptWidth, width, filter);
        ScaledLine columns = new ScaledLine(keptHeight, height, filter);
        float[] scaled = new float[(int) size];
        float[] wide = new float[keptHeight * width];
        for (int plane = 0; plane < planes; plane++) {
            int start = (plane * oldHeight + top) * oldWidth + left;
            for (int y = 0; y < keptHeight; y++) {
                for (int x = 0; x < width; x++) {
                    wide[y * width + x] = rows.pixel(x, values, start + y * oldWidth, 1);
                }
            }
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    scaled[(plane * height + y) * width + x] = Math.clamp(columns.pixel(y, wide, x, width), 0f, 1f);
                }
            }
        }
        return scaled;
    }

    /// What is cut off at each end of a side, as ComfyUI rounds it.
    private static int margin(int side, double kept) {
        return kept >= side ? 0 : Math.min((int) Math.rint((side - kept) / 2), (side - 1) / 2);
    }
}
