package dev.weft.models.sampling;

/// Arithmetic on samples. Every function returns a new array. Factors are rounded to float32, and so is every
/// product and every sum, from left to right, as operations on whole tensors round them elsewhere.
final class Vectors {
    private Vectors() {}

    static float[] scaled(float[] a, double factor) {
        float scale = (float) factor;
        float[] result = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = scale * a[i];
        }
        return result;
    }

    static float[] sum(double factorA, float[] a, double factorB, float[] b) {
        float scaleA = (float) factorA;
        float scaleB = (float) factorB;
        float[] result = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = scaleA * a[i] + scaleB * b[i];
        }
        return result;
    }

    static float[] sum(double factorA, float[] a, double factorB, float[] b, double factorC, float[] c) {
        float scaleA = (float) factorA;
        float scaleB = (float) factorB;
        float scaleC = (float) factorC;
        float[] result = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = scaleA * a[i] + scaleB * b[i] + scaleC * c[i];
        }
        return result;
    }
}
