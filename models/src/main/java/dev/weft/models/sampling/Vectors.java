package dev.weft.models.sampling;

/// Arithmetic on samples. Every function returns a new array; sums are taken in double precision.
final class Vectors {
    private Vectors() {}

    static float[] scaled(float[] a, double factor) {
        float[] result = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = (float) (factor * a[i]);
        }
        return result;
    }

    static float[] sum(double factorA, float[] a, double factorB, float[] b) {
        float[] result = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = (float) (factorA * a[i] + factorB * b[i]);
        }
        return result;
    }

    static float[] sum(double factorA, float[] a, double factorB, float[] b, double factorC, float[] c) {
        float[] result = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = (float) (factorA * a[i] + factorB * b[i] + factorC * c[i]);
        }
        return result;
    }
}
