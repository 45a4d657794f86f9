package dev.weft.models.sampling;

/// A smooth formula in place of a network, and a wave in place of noise, as the reference computations use them.
final class Formula {
    static final int SIZE = 24;

    private Formula() {}

    static float[] predict(float[] sample, double timestep) {
        float[] predicted = new float[sample.length];
        for (int i = 0; i < sample.length; i++) {
            double x = sample[i];
            predicted[i] = (float) (Math.sin(1.3 * x + 0.002 * timestep) + 0.3 * x * Math.cos(timestep / 300));
        }
        return predicted;
    }

    static float[] noise() {
        float[] noise = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            noise[i] = (float) (Math.sin(0.7 * i) * 1.5);
        }
        return noise;
    }
}
