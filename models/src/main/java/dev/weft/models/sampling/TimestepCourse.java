package dev.weft.models.sampling;

/// The whole training timesteps that a run visits, and the signal that each step starts and ends with.
final class TimestepCourse {
    private final NoiseTable table;
    private final int[] timesteps;
    private final int stride;
    private final double finalSignal;

    /// @param timesteps one for each step, falling
    /// @param stride how far a step goes, in training timesteps
    /// @param finalSignal the signal of a step that ends below the first training timestep
    TimestepCourse(NoiseTable table, int[] timesteps, int stride, double finalSignal) {
        this.table = table;
        this.timesteps = timesteps.clone();
        this.stride = stride;
        this.finalSignal = finalSignal;
    }

    int steps() {
        return timesteps.length;
    }

    int timestep(int index) {
        return timesteps[index];
    }

    int stride() {
        return stride;
    }

    /// The signal at a timestep; before the first one it is the final signal.
    double signal(int timestep) {
        return timestep < 0 ? finalSignal : table.signal(Math.min(timestep, table.size() - 1));
    }
}
