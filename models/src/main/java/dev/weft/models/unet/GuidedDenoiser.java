package dev.weft.models.unet;

import dev.weft.models.backend.StopSignal;
import dev.weft.models.control.ControlSchedule;
import dev.weft.models.control.ControlledRows;
import dev.weft.models.control.SteeredRows;
import dev.weft.models.sampling.Denoiser;
import dev.weft.models.sampling.Moment;
import dev.weft.models.text.Conditioning;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A U-Net under classifier-free guidance, with or without a shared style: what a sampler calls at each step.
public final class GuidedDenoiser implements Denoiser {
    private final UNet unet;
    private final int rows;
    private final int height;
    private final int width;
    private final Guidance guidance;
    private final Conditioning text;
    private final PinnedRows pinned;
    private final Optional<AlignmentSchedule> alignment;
    private final Sharing sharing;
    private final ControlSchedule controls;
    private final int steps;
    private final StopSignal stop;

    /// Prepares predictions for one run without pinned rows.
    ///
    /// @param batch number of pictures
    /// @param height height of a latent
    /// @param width width of a latent
    /// @param alignment the shared style; empty leaves every picture alone
    /// @param steps how many steps the run has, which the alignment's start and end refer to
    /// @throws IllegalArgumentException with a sentence for the user if the prompts, the pictures of a
    ///     ControlNet or the reference do not fit the batch
    public GuidedDenoiser(
            UNet unet,
            int batch,
            int height,
            int width,
            Guidance guidance,
            Optional<AlignmentSchedule> alignment,
            int steps,
            StopSignal stop) {
        this(unet, PinnedRows.none(batch), height, width, guidance, alignment, steps, stop);
    }

    /// Prepares predictions for one run.
    ///
    /// @param pinned how many pictures there are, and which rows follow a style; these are then the references
    ///     in place of the alignment's
    /// @param height height of a latent
    /// @param width width of a latent
    /// @param alignment the shared style; empty leaves every picture alone
    /// @param steps how many steps the run has, which the alignment's start and end refer to
    /// @throws IllegalArgumentException with a sentence for the user if the prompts, the pictures of a
    ///     ControlNet or the reference do not fit the batch
    public GuidedDenoiser(
            UNet unet,
            PinnedRows pinned,
            int height,
            int width,
            Guidance guidance,
            Optional<AlignmentSchedule> alignment,
            int steps,
            StopSignal stop) {
        this.unet = unet;
        this.pinned = pinned;
        this.rows = pinned.rows();
        this.height = height;
        this.width = width;
        this.guidance = guidance;
        this.text = pinned.guidance(guidance).rows(rows);
        this.alignment = alignment;
        this.sharing = alignment
                .map(style ->
                        style.sharing(guidance.guided() ? 2 : 1, rows, steps, pinned.references(style.references())))
                .orElse(Sharing.plain());
        this.controls = ControlSchedule.of(
                guidance.controls(),
                new SteeredRows(guidance.guided(), rows, pinned.batch(), references()),
                height * unet.downscale(),
                width * unet.downscale(),
                steps);
        this.steps = steps;
        this.stop = stop;
    }

    private Set<Integer> references() {
        return sharing.references().stream().map(Reference::row).collect(Collectors.toSet());
    }

    /// The guided prediction `negative + scale · (positive - negative)`; that of a pinned row tells nothing of
    /// where the sampler takes it.
    ///
    /// @param sample latents `[batch, channels, height, width]`, scaled as the network was trained on them
    /// @param step the step's number, counted from 0
    @Override
    public float[] predict(float[] sample, double timestep, int step) {
        Sharing now = alignment
                .map(style -> sharing.at(style.strengthAt(step, steps)))
                .orElse(sharing);
        ControlledRows steered = controls.at(step);
        float[] all = pinned.input(sample, new Moment(step, timestep));
        if (!guidance.guided()) {
            float[] prediction = unet.predict(all, rows, height, width, timestep, text, now, steered, stop);
            return Arrays.copyOf(prediction, sample.length);
        }
        float[] both = new float[2 * all.length];
        System.arraycopy(all, 0, both, 0, all.length);
        System.arraycopy(all, 0, both, all.length, all.length);
        float[] prediction = unet.predict(both, 2 * rows, height, width, timestep, text, now, steered, stop);
        float scale = (float) guidance.scale();
        float[] guided = new float[sample.length];
        for (int i = 0; i < guided.length; i++) {
            float negative = prediction[i];
            guided[i] = negative + scale * (prediction[all.length + i] - negative);
        }
        return guided;
    }
}
