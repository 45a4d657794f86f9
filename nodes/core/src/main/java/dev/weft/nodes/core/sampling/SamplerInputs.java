package dev.weft.nodes.core.sampling;

import dev.weft.models.bundle.Bundle;
import dev.weft.models.bundle.LoadedModels;
import dev.weft.models.control.Controls;
import dev.weft.models.sampling.SamplingRequest;
import dev.weft.models.unet.Guidance;
import dev.weft.models.vae.LatentSpace;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import java.util.Optional;

/// What a sampler node was given, checked.
///
/// @param models the network and what belongs to it
/// @param start the pictures to start from, or how many of which size
/// @param positive what to draw
/// @param negative what to stay away from
/// @param settings the node's parameters
/// @param mask what to draw anew, shaped as the latent
// Compared by identity only; a mask is an array everywhere.
@SuppressWarnings("ArrayRecordComponent")
record SamplerInputs(
        LoadedModels models,
        Latent start,
        ControlledConditioning positive,
        ControlledConditioning negative,
        SamplerSettings settings,
        Optional<float[]> mask) {
    static SamplerInputs of(NodeInputs inputs) throws NodeException {
        LoadedModels models = inputs.value("model", LoadedModels.class);
        Latent start = inputs.value("latent", Latent.class);
        requireShape(start, models.bundle());
        return new SamplerInputs(
                models,
                start,
                inputs.value("positive", ControlledConditioning.class),
                inputs.value("negative", ControlledConditioning.class),
                SamplerSettings.of(inputs.parameters()),
                LatentMask.of(inputs, start));
    }

    private static void requireShape(Latent latent, Bundle bundle) throws NodeException {
        LatentSpace space = bundle.latents();
        if (latent.channels() != space.channels()) {
            throw new NodeException(
                    "latent",
                    "The latent has " + latent.channels() + " channels, but the model " + bundle.name() + " draws with "
                            + space.channels() + "; link a latent that was made for it.");
        }
        int multiple = bundle.latentMultiple();
        if (latent.width() % multiple != 0 || latent.height() % multiple != 0) {
            throw new NodeException(
                    "latent",
                    "The model " + bundle.name() + " cannot draw pictures of " + latent.width() * space.downscale()
                            + " by " + latent.height() * space.downscale() + " pixels; make both sides multiples of "
                            + multiple * space.downscale() + ".");
        }
    }

    Guidance guidance() {
        Controls controls = new Controls(positive.controls(), negative.controls());
        return new Guidance(settings.cfg(), positive.text(), negative.text(), controls);
    }

    SamplingRequest request() {
        return new SamplingRequest(
                settings.sampler(),
                settings.schedule(),
                settings.steps(),
                settings.denoise(),
                models.bundle().schedule(),
                start.batch(),
                models.bundle().latents().toModel(start.values()),
                settings.seed(),
                Optional.empty(),
                mask);
    }

    /// The batch with other values. What a mask kept is what was linked to the last bit, which scaling to the
    /// model's space and back is not.
    ///
    /// @param result finished latents in model space
    Latent latent(float[] result) {
        LatentSpace space = models.bundle().latents();
        float[] values = space.toVae(result);
        if (mask.isPresent()) {
            float[] kept = space.toModel(start.values());
            for (int i = 0; i < values.length; i++) {
                values[i] = result[i] == kept[i] ? start.values()[i] : values[i];
            }
        }
        return new Latent(start.batch(), start.channels(), start.height(), start.width(), values);
    }
}
