package dev.weft.models.metrics;

/// How alike the pictures of a set are, each compared with each: cosines of their embeddings.
///
/// The mean over all pairs is the set consistency of the StyleAligned paper (arXiv 2312.02133, section 5.1).
public final class Similarity {
    private final int count;
    private final double[] cosines;

    private Similarity(int count, double[] cosines) {
        this.count = count;
        this.cosines = cosines;
    }

    /// Compares all pairs.
    ///
    /// @throws IllegalArgumentException if there are fewer than two pictures
    public static Similarity of(Embeddings pictures) {
        int count = pictures.rows();
        if (count < 2) {
            throw new IllegalArgumentException("A set has at least two pictures, but this one has " + count + ".");
        }
        double[] cosines = new double[Math.multiplyExact(count, count)];
        for (int i = 0; i < count; i++) {
            cosines[i * count + i] = 1;
            for (int j = i + 1; j < count; j++) {
                double cosine = pictures.cosine(i, pictures, j);
                cosines[i * count + j] = cosine;
                cosines[j * count + i] = cosine;
            }
        }
        return new Similarity(count, cosines);
    }

    /// How many pictures.
    public int count() {
        return count;
    }

    /// How many pairs of different pictures.
    public long pairs() {
        return (long) count * (count - 1) / 2;
    }

    /// The cosine of two pictures, -1 … 1; 1 for a picture and itself.
    public double at(int first, int second) {
        return cosines[first * count + second];
    }

    /// The mean over all pairs of different pictures.
    public double mean() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                sum += at(i, j);
            }
        }
        return sum / pairs();
    }

    /// The mean over one picture and each other.
    public double mean(int picture) {
        double sum = 0;
        for (int other = 0; other < count; other++) {
            sum += other == picture ? 0 : at(picture, other);
        }
        return sum / (count - 1);
    }

    /// The two pictures that are least alike, the first such pair.
    public Pair least() {
        Pair least = new Pair(0, 1);
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                if (at(i, j) < at(least.first(), least.second())) {
                    least = new Pair(i, j);
                }
            }
        }
        return least;
    }

    /// Two different pictures of a set, counted from 0.
    public record Pair(int first, int second) {}
}
