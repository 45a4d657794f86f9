package dev.weft.models.golden;

import dev.weft.models.safetensors.Safetensors;
import dev.weft.models.safetensors.SafetensorsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Recorded values and how far computed ones lie from them.
public final class Golden {
    private final Safetensors tensors;

    private Golden(Safetensors tensors) {
        this.tensors = tensors;
    }

    /// Reads a safetensors file below the test resources.
    public static Golden read(String file) {
        return read(Path.of("src/test/resources", file));
    }

    /// Reads a safetensors file.
    public static Golden read(Path file) {
        try {
            return new Golden(SafetensorsFile.read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A tensor's values.
    public float[] floats(String name) {
        try {
            return tensors.tensor(name).floats();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A tensor of whole numbers.
    public long[] longs(String name) {
        try {
            return tensors.tensor(name).longs();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A tensor's sizes.
    public long[] shape(String name) {
        try {
            return tensors.tensor(name).shape();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether there is a tensor of that name.
    public boolean has(String name) {
        return tensors.tensors().containsKey(name);
    }

    /// Entry `index` of a tensor's first dimension.
    public float[] entry(String name, int index) {
        float[] all = floats(name);
        int size = all.length / Math.toIntExact(shape(name)[0]);
        return Arrays.copyOfRange(all, index * size, (index + 1) * size);
    }

    /// The largest absolute difference; infinite if the lengths differ, NaN if a value is.
    public static double largestDifference(float[] left, float[] right) {
        double largest = left.length == right.length ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            double difference = Math.abs(left[i] - right[i]);
            largest = difference <= largest ? largest : difference;
        }
        return largest;
    }

    /// The largest difference over all steps of a trajectory.
    public double largestDifference(List<float[]> trajectory, String name) {
        double largest = 0;
        for (int step = 0; step < trajectory.size(); step++) {
            largest = Math.max(largest, largestDifference(trajectory.get(step), entry(name, step)));
        }
        return largest;
    }
}
