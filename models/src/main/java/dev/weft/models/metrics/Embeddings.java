package dev.weft.models.metrics;

import dev.weft.models.backend.ModelException;

/// What a model makes of pictures or texts: one direction for each, as a vector of length one.
public final class Embeddings {
    private final int rows;
    private final int width;
    private final double[] values;

    private Embeddings(int rows, int width, double[] values) {
        this.rows = rows;
        this.width = width;
        this.values = values;
    }

    /// Scales each row to length one.
    ///
    /// @param model what the vectors come from, for messages
    /// @param vectors row-major `[rows, width]`
    /// @throws IllegalArgumentException if the sizes disagree
    /// @throws ModelException if a row has no direction, because it is zero or not finite
    public static Embeddings of(String model, int rows, int width, float[] vectors) {
        if (rows < 1 || vectors.length != (long) rows * width) {
            throw new IllegalArgumentException(
                    vectors.length + " values are no embeddings of [" + rows + ", " + width + "].");
        }
        double[] values = new double[vectors.length];
        for (int row = 0; row < rows; row++) {
            double squares = 0;
            for (int i = row * width; i < (row + 1) * width; i++) {
                squares += (double) vectors[i] * vectors[i];
            }
            double length = Math.sqrt(squares);
            if (!(length > 0 && Double.isFinite(length))) {
                throw new ModelException("The model " + model + " gives an embedding of length " + length
                        + ", which cannot be compared; check that the file is whole.");
            }
            for (int i = row * width; i < (row + 1) * width; i++) {
                values[i] = vectors[i] / length;
            }
        }
        return new Embeddings(rows, width, values);
    }

    /// How many pictures or texts.
    public int rows() {
        return rows;
    }

    /// How many numbers each vector has.
    public int width() {
        return width;
    }

    /// The given rows in the given order, each as often as it is named.
    Embeddings select(int... chosen) {
        double[] selected = new double[chosen.length * width];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(values, chosen[i] * width, selected, i * width, width);
        }
        return new Embeddings(chosen.length, width, selected);
    }

    /// The cosine of the angle between one of these and one of `other`, -1 … 1.
    ///
    /// @throws IllegalArgumentException if the two come from models of different width
    public double cosine(int row, Embeddings other, int otherRow) {
        if (width != other.width) {
            throw new IllegalArgumentException(
                    "Embeddings of width " + width + " and " + other.width + " cannot be compared.");
        }
        double sum = 0;
        for (int i = 0; i < width; i++) {
            sum += values[row * width + i] * other.values[otherRow * width + i];
        }
        return Math.clamp(sum, -1, 1);
    }
}
