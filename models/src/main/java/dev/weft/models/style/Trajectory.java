package dev.weft.models.style;

import dev.weft.models.sampling.Moment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// The way of one picture through the noise: what the network was given at each call, and what came out at the
/// end.
///
/// Immutable as long as nobody writes to the array that it hands out.
public final class Trajectory {
    private static final double SAME_TIMESTEP = 1e-3;

    private final List<Moment> moments;
    private final int offset;
    private final int channels;
    private final int height;
    private final int width;
    private final float[] values;

    /// Takes hold of `values`.
    ///
    /// @param moments when the network was called, at least once, the noisiest first
    /// @param offset index of the sample that a run begins with in place of earlier ones, as the authors of
    ///     StyleAligned do with inverted pictures, whose noisiest samples are unlike noise; 0 leaves none out
    /// @param channels channels of a latent
    /// @param height height of a latent
    /// @param width width of a latent
    /// @param values `[moments + 1, channels, height, width]`, row-major, in model space, scaled so that signal
    ///     and noise variance add up to one: what the network was given at each moment, then the finished latent
    /// @throws IllegalArgumentException in one sentence, if these do not fit together
    public Trajectory(List<Moment> moments, int offset, int channels, int height, int width, float[] values) {
        if (moments.isEmpty() || channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException("A trajectory needs at least one step and one value.");
        }
        if (values.length != (moments.size() + 1.0) * channels * height * width) {
            throw new IllegalArgumentException("A trajectory of " + values.length + " values is not ["
                    + (moments.size() + 1) + ", " + channels + ", " + height + ", " + width + "].");
        }
        if (offset < 0 || offset >= moments.size()) {
            throw new IllegalArgumentException("The offset is " + offset + ", but has to lie between 0 and "
                    + (moments.size() - 1) + " for a trajectory of " + moments.size() + " steps.");
        }
        this.moments = List.copyOf(moments);
        this.offset = offset;
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.values = values;
    }

    /// One row of a batch out of the samples of a run.
    ///
    /// @param samples `moments + 1` samples of the batch, each of `rows` latents
    public static Trajectory ofRow(
            List<Moment> moments, int offset, int channels, int height, int width, List<float[]> samples, int row) {
        int size = Math.multiplyExact(Math.multiplyExact(channels, height), width);
        float[] values = new float[Math.multiplyExact(samples.size(), size)];
        for (int i = 0; i < samples.size(); i++) {
            System.arraycopy(samples.get(i), row * size, values, i * size, size);
        }
        return new Trajectory(moments, offset, channels, height, width, values);
    }

    /// When the network was called.
    public List<Moment> moments() {
        return moments;
    }

    /// Index of the sample that a run begins with.
    public int offset() {
        return offset;
    }

    /// Channels of a latent.
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

    /// How many values one latent has.
    public int latentSize() {
        return channels * height * width;
    }

    /// `[moments + 1, channels, height, width]`, row-major; not to be written to.
    public float[] values() {
        return values;
    }

    /// Whether the network was called at this moment; a moment of another step counts where the timestep is the
    /// same, as steps are counted anew in a run that denoises only in part.
    public boolean covers(Moment moment) {
        return index(moment).isPresent();
    }

    /// Copies what the network is given at a moment to place `at` of `target`.
    ///
    /// As in the authors' code that is the sample at the offset at first, and from then on the later one of the
    /// sample after it and the moment's own.
    ///
    /// @throws IllegalArgumentException if the trajectory does not cover the moment
    public void copyInput(Moment moment, float[] target, int at) {
        int index = index(moment)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The style was recorded at other timesteps than " + moment.timestep() + "."));
        copy(index == 0 ? offset : Math.max(offset + 1, index), target, at);
    }

    /// Copies the finished latent to place `at` of `target`.
    public void copyEnd(float[] target, int at) {
        copy(moments.size(), target, at);
    }

    /// The finished latent.
    public float[] end() {
        return Arrays.copyOfRange(values, moments.size() * latentSize(), values.length);
    }

    private void copy(int index, float[] target, int at) {
        System.arraycopy(values, index * latentSize(), target, at, latentSize());
    }

    private OptionalInt index(Moment moment) {
        List<Integer> same = new ArrayList<>();
        for (int i = 0; i < moments.size(); i++) {
            if (Math.abs(moments.get(i).timestep() - moment.timestep()) <= SAME_TIMESTEP) {
                if (moments.get(i).step() == moment.step()) {
                    return OptionalInt.of(i);
                }
                same.add(i);
            }
        }
        return same.isEmpty() ? OptionalInt.empty() : OptionalInt.of(same.getFirst());
    }
}
