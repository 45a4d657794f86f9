package dev.weft.models.bundle;

import dev.weft.models.config.ConfigException;
import dev.weft.models.config.ConfigFile;
import dev.weft.models.sampling.SamplingException;
import dev.weft.models.sampling.TrainingSchedule;
import dev.weft.models.text.TokenizerFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads a bundle's configuration files and checks that they and the model files' names fit together.
///
/// The layout is the one that diffusers' `OnnxStableDiffusionPipeline` and Optimum write: `model_index.json`,
/// `scheduler/`, `tokenizer/`, `text_encoder/`, `unet/`, `vae_decoder/`, `vae_encoder/`, for Stable Diffusion XL also
/// `tokenizer_2/` and `text_encoder_2/`, and any folder whose name begins with `controlnet`.
public final class BundleReader {
    private static final String EXPORT = "export it first: optimum-cli export onnx --model FOLDER EXPORTED_FOLDER";

    private final Path folder;
    private final List<String> remarks = new ArrayList<>();

    private BundleReader(Path folder) {
        this.folder = folder;
    }

    /// Reads a bundle. Model files are looked for, not opened.
    ///
    /// @throws BundleException if the folder is no bundle that can be used
    public static Bundle read(Path folder) throws BundleException {
        try {
            return new BundleReader(folder).bundle();
        } catch (IOException e) {
            throw BundleException.of(e);
        }
    }

    private Bundle bundle() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new BundleException("There is no model folder " + folder + "; choose one that `weft models` lists.");
        }
        Path indexFile = folder.resolve("model_index.json");
        if (!Files.exists(indexFile)) {
            throw notABundle();
        }
        ConfigFile index = ConfigFile.read(indexFile);
        Path unet = unet(index);
        Optional<ConfigFile> unetConfig = ConfigFile.readIfPresent(folder.resolve("unet/config.json"));
        TrainingSchedule schedule = schedule();
        List<TextModel> textModels = textModels();
        requireWidth(unetConfig, textModels);
        return new Bundle(
                name(),
                folder,
                schedule,
                textModels,
                unet,
                unetConfig.isPresent() ? unetConfig.get().count("sample_size") : OptionalInt.empty(),
                unetConfig.map(BundleReader::latentMultiple).orElse(1),
                new VaeConfig(folder, remarks).latentSpace(unetConfig, textModels.size()),
                ModelFiles.in(folder.resolve("vae_decoder")),
                ModelFiles.in(folder.resolve("vae_encoder")),
                ControlNetCatalog.ofBundle(folder),
                remarks);
    }

    private static int latentMultiple(ConfigFile unet) {
        int blocks = unet.list("block_out_channels").size();
        // Every block but the last halves what it is given.
        return blocks > 1 && blocks < Integer.SIZE ? 1 << (blocks - 1) : 1;
    }

    private String name() {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        return last == null ? folder.toString() : last.toString();
    }

    private BundleException notABundle() throws IOException {
        Optional<Path> weights = ModelFiles.weights(folder);
        return weights.isPresent()
                ? new BundleException("The folder " + folder + " holds the checkpoint "
                        + weights.get().getFileName()
                        + ", but Weft reads ONNX models; convert it to a diffusers folder and " + EXPORT + ".")
                : new BundleException("The folder " + folder
                        + " is not a model bundle, because it has no model_index.json; choose the folder that holds"
                        + " unet, text_encoder and tokenizer.");
    }

    private Path unet(ConfigFile index) throws IOException {
        Path unetFolder = folder.resolve("unet");
        Optional<Path> unet = ModelFiles.in(unetFolder);
        if (unet.isPresent()) {
            return unet.get();
        }
        Optional<Path> weights = ModelFiles.weights(unetFolder);
        if (weights.isPresent()) {
            throw new BundleException("The bundle " + folder + " holds PyTorch weights (unet/"
                    + weights.get().getFileName() + "), but Weft reads ONNX models; " + EXPORT + ".");
        }
        String kind =
                index.text("_class_name").map(name -> " (it is a " + name + ")").orElse("");
        throw new BundleException("The bundle " + folder + " has no U-Net" + kind + ": "
                + unetFolder.resolve("model.onnx") + " is missing; copy it there, or choose a Stable Diffusion model.");
    }

    private TrainingSchedule schedule() throws BundleException, ConfigException {
        Path file = folder.resolve("scheduler/scheduler_config.json");
        if (!Files.exists(file)) {
            throw new BundleException("The bundle " + folder + " lacks " + file
                    + ", which says how the model was trained; copy it from the original model.");
        }
        try {
            return TrainingSchedule.fromConfig(ConfigFile.read(file).entries());
        } catch (SamplingException e) {
            throw new BundleException(
                    "The scheduler's configuration " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private List<TextModel> textModels() throws IOException {
        List<TextModel> models = new ArrayList<>();
        for (int number = 1; ; number++) {
            String suffix = number == 1 ? "" : "_" + number;
            Path encoderFolder = folder.resolve("text_encoder" + suffix);
            Optional<Path> encoder = ModelFiles.in(encoderFolder);
            if (encoder.isEmpty()) {
                if (number == 1 || Files.isDirectory(encoderFolder)) {
                    throw new BundleException("The bundle " + folder + " has no text encoder: "
                            + encoderFolder.resolve("model.onnx") + " is missing; copy it there.");
                }
                return models;
            }
            Optional<ConfigFile> config = ConfigFile.readIfPresent(encoderFolder.resolve("config.json"));
            OptionalInt vocabulary = config.isPresent() ? config.get().count("vocab_size") : OptionalInt.empty();
            OptionalInt width = config.isPresent() ? config.get().count("hidden_size") : OptionalInt.empty();
            Path tokenizer = folder.resolve("tokenizer" + suffix);
            models.add(new TextModel(TokenizerFiles.read(tokenizer, vocabulary), encoder.get(), width));
        }
    }

    private void requireWidth(Optional<ConfigFile> unetConfig, List<TextModel> textModels)
            throws ConfigException, BundleException {
        if (unetConfig.isEmpty() || !(unetConfig.get().entries().get("cross_attention_dim") instanceof Number)) {
            return;
        }
        OptionalInt wanted = unetConfig.get().count("cross_attention_dim");
        int given = 0;
        for (TextModel model : textModels) {
            if (model.width().isEmpty()) {
                return;
            }
            given += model.width().getAsInt();
        }
        if (wanted.isPresent() && wanted.getAsInt() != given) {
            throw new BundleException("The U-Net of " + folder + " wants text of width " + wanted.getAsInt()
                    + " (cross_attention_dim of " + unetConfig.get().file() + "), but its text encoders give " + given
                    + " (hidden_size); copy the text encoders that belong to this U-Net.");
        }
    }
}
