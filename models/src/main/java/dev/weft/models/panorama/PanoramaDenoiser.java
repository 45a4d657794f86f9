package dev.weft.models.panorama;

import dev.weft.models.sampling.Denoiser;
import java.util.List;
import java.util.function.Function;

/// A network that draws a panorama through overlapping views, as a sampler sees it: at each step every view is
/// predicted for itself and predictions are averaged where views overlap (MultiDiffusion, arXiv 2302.08113).
///
/// Averaging predictions equals averaging stepped views, as the paper does, because steps are linear in them;
/// and it works with every sampler. The sample is one array: the reference `[channels, size, size]`, if there
/// is one, and then the panorama `[channels, height, width]`. The reference is the first row of every call, so
/// that all views can take its style; it moves on once a step, as in the StyleAligned authors' panorama.
public final class PanoramaDenoiser implements Denoiser {
    private final Views views;
    private final int channels;
    private final boolean referenced;
    private final List<List<View>> batches;
    private final Function<List<View>, ? extends Denoiser> networks;

    /// Prepares predictions for one run.
    ///
    /// @param channels channels of a latent
    /// @param referenced whether the sample begins with a reference, which is then the first row of every call
    /// @param viewBatch how many views are predicted together, at least 1
    /// @param networks gives the network for a batch of views, at each call: its rows are the reference, if
    ///     there is one, and then the views in order
    public PanoramaDenoiser(
            Views views,
            int channels,
            boolean referenced,
            int viewBatch,
            Function<List<View>, ? extends Denoiser> networks) {
        this.views = views;
        this.channels = channels;
        this.referenced = referenced;
        this.batches = views.batches(viewBatch);
        this.networks = networks;
    }

    @Override
    public float[] predict(float[] sample, double timestep, int step) {
        int view = channels * views.size() * views.size();
        int reference = referenced ? view : 0;
        float[] joint = new float[sample.length];
        for (List<View> batch : batches) {
            float[] rows = new float[reference + batch.size() * view];
            System.arraycopy(sample, 0, rows, 0, reference);
            int row = reference;
            for (View one : batch) {
                views.copy(one, channels, sample, reference, rows, row);
                row += view;
            }
            float[] predicted = networks.apply(batch).predict(rows, timestep, step);
            System.arraycopy(predicted, 0, joint, 0, reference);
            row = reference;
            for (View one : batch) {
                views.addShare(one, channels, predicted, row, joint, reference);
                row += view;
            }
        }
        return joint;
    }
}
