package dev.weft.models.golden;

import java.nio.file.Path;

/// A small bundle with random weights, in the layout of a real kind of export, with values recorded from diffusers and
/// the StyleAligned authors' code.
///
/// @param name its folder
/// @param goldenName the folder of its recorded values; several bundles hold the same weights
/// @param tolerance largest difference of a U-Net call that its element type explains
public record Fixture(String name, String goldenName, double tolerance) {
    /// Old attention with heads in the batch, int32 ids, one float timestep a row, sampled VAE encoder.
    public static final Fixture LEGACY = new Fixture("sd15-legacy-tiny", "sd15-legacy-tiny", 1e-4);

    /// Every size fixed; the U-Net takes 8 rows, the other models one.
    public static final Fixture STATIC = new Fixture("sd15-static-tiny", "sd15-static-tiny", 1e-4);

    /// Weights in a file beside the model.
    public static final Fixture EXTERNAL = new Fixture("sd15-external-tiny", "sd15-external-tiny", 1e-4);

    /// Half precision throughout, a scalar timestep too.
    public static final Fixture HALF = new Fixture("sd15-fp16-tiny", "sd15-external-tiny", 5e-3);

    /// Attention already fused.
    public static final Fixture FUSED = new Fixture("sd15-fused-tiny", "sd15-external-tiny", 1e-4);

    /// Predicts v, pads with `!`, takes a float scalar as its timestep.
    public static final Fixture VELOCITY = new Fixture("sd2-v-tiny", "sd2-v-tiny", 1e-4);

    /// A U-Net with inputs for the residuals of a ControlNet, all required, and the ControlNet `controlnet/`, which
    /// names its outputs otherwise.
    public static final Fixture CONTROLLED = new Fixture("sd15-controlled-tiny", "sd15-controlled-tiny", 1e-4);

    // The build unpacks src/test/fixtures.tar.xz there.
    private static final Path UNPACKED = Path.of("target/fixtures");

    /// Where its files are.
    public Path folder() {
        return UNPACKED.resolve(name);
    }

    /// Its recorded values.
    public Golden golden() {
        return Golden.read(UNPACKED.resolve(goldenName).resolve("golden.safetensors"));
    }

    @Override
    public String toString() {
        return name;
    }
}
