package dev.weft.models.style;

import dev.weft.models.sampling.Denoiser;
import dev.weft.models.sampling.Moment;
import java.util.ArrayList;
import java.util.List;

/// Stands between a sampler and its network and notes what the network is given for some rows of the batch.
public final class StyleRecorder implements Denoiser {
    private final Denoiser network;
    private final int batch;
    private final List<Integer> rows;
    private final List<Moment> moments = new ArrayList<>();
    private final List<float[]> samples = new ArrayList<>();

    /// @param network what is asked
    /// @param batch number of pictures
    /// @param rows the pictures to note, counted from 0
    public StyleRecorder(Denoiser network, int batch, List<Integer> rows) {
        this.network = network;
        this.batch = batch;
        this.rows = List.copyOf(rows);
    }

    @Override
    public float[] predict(float[] sample, double timestep, int step) {
        moments.add(new Moment(step, timestep));
        samples.add(noted(sample));
        return network.predict(sample, timestep, step);
    }

    /// Whether the network was never called.
    public boolean isEmpty() {
        return moments.isEmpty();
    }

    /// The ways of the noted rows, in their order.
    ///
    /// @param result the finished latents of the batch, in model space
    /// @param channels channels of a latent
    /// @param height height of a latent
    /// @param width width of a latent
    /// @throws IllegalArgumentException if the network was never called
    public List<Trajectory> trajectories(float[] result, int channels, int height, int width) {
        List<float[]> whole = new ArrayList<>(samples);
        whole.add(noted(result));
        List<Trajectory> ways = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ways.add(Trajectory.ofRow(moments, 0, channels, height, width, whole, i));
        }
        return ways;
    }

    private float[] noted(float[] all) {
        int size = all.length / batch;
        float[] some = new float[rows.size() * size];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(all, rows.get(i) * size, some, i * size, size);
        }
        return some;
    }
}
