package dev.weft.models.lora;

import dev.weft.models.safetensors.Safetensors;
import dev.weft.models.safetensors.SafetensorsException;
import dev.weft.models.safetensors.SafetensorsFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A LoRA: small additions to the weights of a model, trained to give it a style or a subject.
///
/// Files are read in the layout of diffusers (PEFT) and in that of kohya, with a rank and an alpha of each
/// layer, for the U-Net, the text encoders or both, in F16, BF16, F32 or F64. A layer without alpha is added as
/// it is, as diffusers does.
public final class Lora {
    private static final int BUFFER = 1 << 16;

    private final String name;
    private final String identity;
    private final List<LoraLayer> layers;
    private final List<String> strangers;

    private Lora(String name, String identity, LoraReader.Content content) {
        this.name = name;
        this.identity = identity;
        this.layers = content.layers();
        this.strangers = content.strangers();
    }

    /// Reads a file. One above 64 MiB must not be changed while the LoRA is in use.
    ///
    /// @throws LoraException with a sentence for the user if the file is missing, damaged, or not such a LoRA
    public static Lora read(Path file) throws LoraException {
        LoraReader.Content content = content(file);
        try {
            for (LoraLayer layer : content.layers()) {
                layer.down().requireFinite();
                layer.up().requireFinite();
            }
            return new Lora(name(file), hash(file), content);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /// What a file changes, such as `rank 8, 80 layers of the U-Net`; the numbers themselves are not looked at.
    ///
    /// @throws LoraException as [#read(Path)]
    public static String summary(Path file) throws LoraException {
        Lora lora = new Lora(name(file), "", content(file));
        List<String> parts = new ArrayList<>(List.of("rank " + lora.rank()));
        for (LoraPart part : LoraPart.values()) {
            int layers = lora.layers(part);
            if (layers > 0) {
                parts.add(layers + (layers == 1 ? " layer" : " layers") + " of the " + part);
            }
        }
        return String.join(", ", parts);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static LoraReader.Content content(Path file) throws LoraException {
        if (!Files.isRegularFile(file)) {
            throw new LoraException("There is no LoRA " + file + "; check the name.");
        }
        try {
            return LoraReader.read(name(file), SafetensorsFile.read(file));
        } catch (LoraException e) {
            throw e;
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static LoraException unusable(Path file, IOException problem) {
        return switch (problem) {
            case SafetensorsException e ->
                new LoraException(
                        "The LoRA " + file + " cannot be used, as it is damaged or no safetensors file: "
                                + e.getMessage(),
                        e);
            default ->
                new LoraException(
                        "The LoRA " + file + " cannot be read (" + problem + "); check that it may be read.", problem);
        };
    }

    /// A LoRA of tensors in memory.
    ///
    /// @param name names it in messages
    /// @throws LoraException as [#read(Path)]
    static Lora of(String name, Safetensors tensors) throws LoraException {
        return new Lora(name, name, LoraReader.read(name, tensors));
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
        byte[] buffer = new byte[BUFFER];
        try (InputStream input = Files.newInputStream(file)) {
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// The file's name.
    public String name() {
        return name;
    }

    /// Tells what files hold apart: SHA-256 in 64 hexadecimal digits.
    public String identity() {
        return identity;
    }

    /// How many layers of a network it changes.
    public int layers(LoraPart part) {
        return layersOf(part).size();
    }

    /// The largest rank among its layers.
    public int rank() {
        return layers.stream().mapToInt(LoraLayer::rank).max().orElse(0);
    }

    /// Keys that belong to no layer that Weft knows, and so are left out.
    List<String> strangers() {
        return strangers;
    }

    List<LoraLayer> layersOf(LoraPart part) {
        return layers.stream().filter(layer -> layer.part() == part).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
