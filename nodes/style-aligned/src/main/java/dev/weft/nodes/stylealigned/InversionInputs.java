package dev.weft.nodes.stylealigned;

import dev.weft.graph.types.ParameterValues;
import dev.weft.models.bundle.Bundle;
import dev.weft.models.bundle.LoadedModels;
import dev.weft.models.image.ImageBatch;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.core.sampling.ControlledConditioning;
import java.util.Optional;

/// What an inversion was given, checked.
///
/// @param models the network
/// @param vae the models with the autoencoder
/// @param pictures what to invert
/// @param prompts what the pictures show
/// @param negative what to stay away from; empty for the empty prompt
/// @param steps how many steps
/// @param guidance classifier-free guidance
/// @param offset index of the sample that a run with this style begins with
/// @param credits whose pictures they are
record InversionInputs(
        LoadedModels models,
        LoadedModels vae,
        ImageBatch pictures,
        ControlledConditioning prompts,
        Optional<ControlledConditioning> negative,
        int steps,
        double guidance,
        int offset,
        String credits) {
    static InversionInputs of(NodeInputs inputs) throws NodeException {
        ParameterValues values = inputs.parameters();
        LoadedModels models = inputs.value("model", LoadedModels.class);
        LoadedModels vae = inputs.value("vae", LoadedModels.class);
        ImageBatch pictures = inputs.value("image", ImageBatch.class);
        ControlledConditioning prompts = inputs.value("conditioning", ControlledConditioning.class);
        if (!prompts.controls().isEmpty()) {
            throw new NodeException(
                    "conditioning",
                    "The prompt carries a ControlNet, which an inversion cannot follow; link the prompt as it was"
                            + " before.");
        }
        if (!vae.bundle().latents().equals(models.bundle().latents())) {
            throw new NodeException(
                    "vae",
                    "The autoencoder of " + vae.bundle().name() + " does not encode for the model "
                            + models.bundle().name() + "; link the one of the same model.");
        }
        requireSize(pictures, models.bundle());
        return new InversionInputs(
                models,
                vae,
                pictures,
                prompts,
                inputs.optional("negative", ControlledConditioning.class),
                values.integer("steps"),
                values.decimal("inversion_cfg"),
                values.integer("offset"),
                values.text("credits"));
    }

    private static void requireSize(ImageBatch pictures, Bundle bundle) throws NodeException {
        int multiple = bundle.latents().downscale() * bundle.latentMultiple();
        if (pictures.width() % multiple != 0 || pictures.height() % multiple != 0) {
            throw new NodeException(
                    "image",
                    "The picture is " + pictures.width() + " by " + pictures.height() + " pixels, but the model "
                            + bundle.name() + " can only invert multiples of " + multiple
                            + "; resize it to the size of the set that is to take its style.");
        }
    }
}
