package dev.weft.models.bundle;

import dev.weft.models.sampling.TrainingSchedule;
import dev.weft.models.vae.LatentSpace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What a bundle's configuration files say, and where its model files are. No model has been opened.
///
/// @param name what the bundle is called in workflows: its folder's name
/// @param folder where it lies
/// @param schedule how it was trained and wants to be sampled
/// @param textModels its text encoders with their tokenizers, in the model's order; at least one
/// @param unet the U-Net's model file
/// @param sampleSize width and height of the latents that the U-Net was trained on, if its configuration says so
/// @param latentMultiple what both sides of a latent have to be divisible by, because the U-Net halves them so often; 1
///     where its configuration does not say
/// @param latents how its latents relate to pictures
/// @param vaeDecoder the VAE decoder's model file, if there is one
/// @param vaeEncoder the VAE encoder's model file, if there is one
/// @param controlNets model files of the ControlNets that come with the bundle, by folder name
/// @param remarks what was assumed because no file says it, one sentence each
public record Bundle(
        String name,
        Path folder,
        TrainingSchedule schedule,
        List<TextModel> textModels,
        Path unet,
        OptionalInt sampleSize,
        int latentMultiple,
        LatentSpace latents,
        Optional<Path> vaeDecoder,
        Optional<Path> vaeEncoder,
        Map<String, Path> controlNets,
        List<String> remarks) {
    public Bundle {
        textModels = List.copyOf(textModels);
        controlNets = Map.copyOf(controlNets);
        remarks = List.copyOf(remarks);
    }
}
