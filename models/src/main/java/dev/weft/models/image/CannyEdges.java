package dev.weft.models.image;

import java.util.ArrayDeque;
import java.util.Deque;

/// Finds the edges of pictures ("A Computational Approach to Edge Detection", Canny 1986), exactly as OpenCV's
/// `cv2.Canny(picture, low, high)` does with its defaults: Sobel's derivatives over 3 by 3 pixels, |dx| + |dy| as the
/// strength of an edge, no blur before.
///
/// Of a coloured picture each pixel counts in the colour in which it changes most, red before green before blue where
/// they change alike, as OpenCV does with pictures in that order of colours. Where all colours are alike the result is
/// that of the grey picture.
public final class CannyEdges {
    /// Tangent of 22.5°, as a number of 15 binary places.
    private static final int TANGENT = 13573;

    private static final int PLACES = 15;

    private final int height;
    private final int width;
    /// Derivatives and strengths with a border of zeros one pixel wide.
    private final int[] across;
    private final int[] down;
    private final int[] strength;
    private final int stride;

    private CannyEdges(int height, int width) {
        this.height = height;
        this.width = width;
        this.stride = width + 2;
        int size = Math.multiplyExact(stride, height + 2);
        this.across = new int[size];
        this.down = new int[size];
        this.strength = new int[size];
    }

    /// White edges on black. Both thresholds are rounded down, and are exchanged if the lower one is the higher.
    ///
    /// @param pictures taken with 8 bits a colour
    /// @param low an edge goes on as long as it is stronger than this; black beside white has 1020
    /// @param high an edge begins where it is stronger than this
    public static ImageBatch of(ImageBatch pictures, double low, double high) {
        int lower = (int) Math.floor(Math.min(low, high));
        int upper = (int) Math.floor(Math.max(low, high));
        int height = pictures.height();
        int width = pictures.width();
        float[] rgb = new float[pictures.rgb().length];
        for (int index = 0; index < pictures.batch(); index++) {
            CannyEdges edges = new CannyEdges(height, width);
            edges.derive(pictures, index);
            boolean[] found = edges.trace(lower, upper);
            for (int channel = 0; channel < ImageBatch.CHANNELS; channel++) {
                int plane = (index * ImageBatch.CHANNELS + channel) * height * width;
                for (int pixel = 0; pixel < height * width; pixel++) {
                    rgb[plane + pixel] = found[edges.place(pixel / width, pixel % width)] ? 1 : 0;
                }
            }
        }
        return new ImageBatch(pictures.batch(), height, width, rgb);
    }

    private int place(int y, int x) {
        return (y + 1) * stride + x + 1;
    }

    /// Pixels beyond the border are those at the border.
    private void derive(ImageBatch pictures, int index) {
        int[] levels = new int[height * width];
        for (int channel = 0; channel < ImageBatch.CHANNELS; channel++) {
            for (int pixel = 0; pixel < levels.length; pixel++) {
                levels[pixel] = pictures.level(index, channel, pixel / width, pixel % width);
            }
            for (int y = 0; y < height; y++) {
                int above = Math.max(y - 1, 0) * width;
                int here = y * width;
                int below = Math.min(y + 1, height - 1) * width;
                for (int x = 0; x < width; x++) {
                    int left = Math.max(x - 1, 0);
                    int right = Math.min(x + 1, width - 1);
                    int dx = levels[above + right]
                            + 2 * levels[here + right]
                            + levels[below + right]
                            - levels[above + left]
                            - 2 * levels[here + left]
                            - levels[below + left];
                    int dy = levels[below + left]
                            + 2 * levels[below + x]
                            + levels[below + right]
                            - levels[above + left]
                            - 2 * levels[above + x]
                            - levels[above + right];
                    int change = Math.abs(dx) + Math.abs(dy);
                    int place = place(y, x);
                    if (channel == 0 || change > strength[place]) {
                        across[place] = dx;
                        down[place] = dy;
                        strength[place] = change;
                    }
                }
            }
        }
    }

    /// Ridges that are strong enough, and the weaker ones that hang together with them.
    private boolean[] trace(int low, int high) {
        boolean[] weak = new boolean[strength.length];
        boolean[] edges = new boolean[strength.length];
        Deque<Integer> open = new ArrayDeque<>();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int place = place(y, x);
                if (strength[place] > low && isRidge(place)) {
                    weak[place] = true;
                    if (strength[place] > high) {
                        edges[place] = true;
                        open.add(place);
                    }
                }
            }
        }
        while (!open.isEmpty()) {
            int place = open.remove();
            for (int row = -stride; row <= stride; row += stride) {
                for (int neighbour = place + row - 1; neighbour <= place + row + 1; neighbour++) {
                    if (weak[neighbour] && !edges[neighbour]) {
                        edges[neighbour] = true;
                        open.add(neighbour);
                    }
                }
            }
        }
        return edges;
    }

    /// Whether an edge is strongest here on the line across it, whose direction is rounded to 45°. Of two equally
    /// strong
    /// neighbours that lie side by side the first counts.
    private boolean isRidge(int place) {
        int here = strength[place];
        long x = Math.abs(across[place]);
        long y = (long) Math.abs(down[place]) << PLACES;
        long flat = x * TANGENT;
        if (y < flat) {
            return here > strength[place - 1] && here >= strength[place + 1];
        }
        long steep = flat + (x << (PLACES + 1));
        if (y > steep) {
            return here > strength[place - stride] && here >= strength[place + stride];
        }
        int slope = (across[place] ^ down[place]) < 0 ? -1 : 1;
        return here > strength[place - stride - slope] && here > strength[place + stride + slope];
    }
}
