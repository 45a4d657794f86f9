package dev.weft.models.bundle;

import dev.weft.models.config.ConfigException;
import dev.weft.models.config.ConfigFile;
import dev.weft.models.vae.LatentSpace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Reads from the VAE's configuration how latents relate to pictures.
final class VaeConfig {
    /// Of the VAE of Stable Diffusion 1 and 2, whose older configurations do not say it.
    private static final double SCALING_FACTOR = 0.18215;

    /// Of the VAE of Stable Diffusion XL.
    private static final double SCALING_FACTOR_XL = 0.13025;

    private static final int CHANNELS = 4;
    private static final int DOWNSCALE = 8;

    private final Path folder;
    private final List<String> remarks;

    VaeConfig(Path folder, List<String> remarks) {
        this.folder = folder;
        this.remarks = remarks;
    }

    LatentSpace latentSpace(Optional<ConfigFile> unet, int textEncoders) throws ConfigException, BundleException {
        Optional<ConfigFile> vae = ConfigFile.readIfPresent(folder.resolve("vae_decoder/config.json"));
        if (vae.isEmpty()) {
            vae = ConfigFile.readIfPresent(folder.resolve("vae_encoder/config.json"));
        }
        OptionalInt channels = vae.isPresent() ? vae.get().count("latent_channels") : OptionalInt.empty();
        OptionalInt unetChannels = unet.isPresent() ? unet.get().count("in_channels") : OptionalInt.empty();
        if (channels.isPresent() && unetChannels.isPresent() && channels.getAsInt() != unetChannels.getAsInt()) {
            throw new BundleException("The U-Net of " + folder + " takes " + unetChannels.getAsInt()
                    + " channels (in_channels of unet/config.json), but the VAE's latents have " + channels.getAsInt()
                    + "; Weft runs text-to-image models, not inpainting or editing ones.");
        }
        double scaling = scaling(vae, textEncoders);
        double shift = vae.isPresent() ? vae.get().number("shift_factor").orElse(0) : 0;
        return new LatentSpace(channels.orElse(unetChannels.orElse(CHANNELS)), downscale(vae), scaling, shift);
    }

    private double scaling(Optional<ConfigFile> vae, int textEncoders) throws ConfigException {
        OptionalDouble stated = vae.isPresent() ? vae.get().number("scaling_factor") : OptionalDouble.empty();
        if (stated.isPresent()) {
            if (stated.getAsDouble() <= 0) {
                throw new ConfigException("The entry scaling_factor of "
                        + vae.get().file() + " has to be above zero, but is " + stated.getAsDouble()
                        + "; correct the file or download it again.");
            }
            return stated.getAsDouble();
        }
        double assumed = textEncoders > 1 ? SCALING_FACTOR_XL : SCALING_FACTOR;
        remarks.add("No VAE configuration of " + folder + " states a scaling_factor, so " + assumed
                + " is assumed, as older exports leave it out.");
        return assumed;
    }

    /// Every block of the VAE but the last halves the picture.
    private static int downscale(Optional<ConfigFile> vae) {
        int blocks = vae.map(config -> config.list("block_out_channels").size()).orElse(0);
        return blocks == 0 ? DOWNSCALE : 1 << (blocks - 1);
    }
}
