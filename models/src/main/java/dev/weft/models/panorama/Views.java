package dev.weft.models.panorama;

import java.util.ArrayList;
import java.util.List;

/// The overlapping square views that cover a panorama. All lengths are in latent pixels.
public final class Views {
    private final int height;
    private final int width;
    private final int size;
    private final List<View> all;
    /// How many views hold each pixel, row-major `[height, width]`.
    private final int[] coverage;

    private Views(int height, int width, int size, List<View> all) {
        this.height = height;
        this.width = width;
        this.size = size;
        this.all = List.copyOf(all);
        this.coverage = new int[height * width];
        for (View view : all) {
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    coverage[pixel(view, y, x)]++;
                }
            }
        }
    }

    /// Views in rows from the top left, `stride` apart. Where the last one of a row or column would not reach
    /// the edge, one more lies flush with it.
    ///
    /// @param height height of the panorama
    /// @param width width of the panorama
    /// @param size side of a view
    /// @param stride distance between neighbouring views; larger than `size` would leave gaps
    /// @param circular whether views also lie across the right edge, so that it fits the left one
    /// @throws IllegalArgumentException with a sentence for the user if views cannot cover the panorama
    public static Views covering(int height, int width, int size, int stride, boolean circular) {
        if (stride < 1 || stride > size) {
            throw new IllegalArgumentException("A stride of " + stride + " leaves gaps between views that are " + size
                    + " latent pixels wide; choose 1 to " + size + ".");
        }
        if (height < size || width < size) {
            throw new IllegalArgumentException("A panorama of " + width + " by " + height
                    + " latent pixels is smaller than its views of " + size + " by " + size
                    + "; make it larger, or the views smaller.");
        }
        List<View> all = new ArrayList<>();
        for (int top : starts(height, size, stride)) {
            for (int left : circular ? around(width, stride) : starts(width, size, stride)) {
                all.add(new View(top, left));
            }
        }
        return new Views(height, width, size, all);
    }

    private static List<Integer> starts(int length, int size, int stride) {
        List<Integer> starts = new ArrayList<>();
        for (int start = 0; start <= length - size; start += stride) {
            starts.add(start);
        }
        if (starts.getLast() < length - size) {
            starts.add(length - size);
        }
        return starts;
    }

    private static List<Integer> around(int width, int stride) {
        List<Integer> starts = new ArrayList<>();
        for (int start = 0; start < width; start += stride) {
            starts.add(start);
        }
        return starts;
    }

    /// Height of the panorama.
    public int height() {
        return height;
    }

    /// Width of the panorama.
    public int width() {
        return width;
    }

    /// Side of a view.
    public int size() {
        return size;
    }

    /// All views, row by row from the top left.
    public List<View> all() {
        return all;
    }

    /// The views in groups of `most`; the last group may be smaller.
    public List<List<View>> batches(int most) {
        List<List<View>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += most) {
            batches.add(all.subList(from, Math.min(all.size(), from + most)));
        }
        return batches;
    }

    /// Copies what a view shows.
    ///
    /// @param panorama `[channels, height, width]`, beginning at `from`
    /// @param target takes `[channels, size, size]`, beginning at `to`
    public void copy(View view, int channels, float[] panorama, int from, float[] target, int to) {
        int next = to;
        for (int channel = 0; channel < channels; channel++) {
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    target[next++] = panorama[from + channel * height * width + pixel(view, y, x)];
                }
            }
        }
    }

    /// What a view shows of a picture that is `scale` times as large as the panorama.
    ///
    /// @param picture `[channels, height · scale, width · scale]`, row-major
    /// @param target takes `[channels, size · scale, size · scale]`, beginning at `to`
    void cut(View view, int channels, float[] picture, int scale, float[] target, int to) {
        int side = size * scale;
        int wide = width * scale;
        int next = to;
        for (int channel = 0; channel < channels; channel++) {
            for (int y = 0; y < side; y++) {
                int line = (channel * height * scale + view.top() * scale + y) * wide;
                for (int x = 0; x < side; x++) {
                    target[next++] = picture[line + (view.left() * scale + x) % wide];
                }
            }
        }
    }

    /// Adds to a panorama what was predicted for a view, divided by how many views hold each pixel, so that all
    /// views together give their mean.
    ///
    /// @param predicted `[channels, size, size]`, beginning at `from`
    /// @param panorama takes the sum, `[channels, height, width]`, beginning at `to`
    public void addShare(View view, int channels, float[] predicted, int from, float[] panorama, int to) {
        int next = from;
        for (int channel = 0; channel < channels; channel++) {
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    int pixel = pixel(view, y, x);
                    panorama[to + channel * height * width + pixel] += predicted[next++] / coverage[pixel];
                }
            }
        }
    }

    private int pixel(View view, int y, int x) {
        return (view.top() + y) * width + (view.left() + x) % width;
    }
}
