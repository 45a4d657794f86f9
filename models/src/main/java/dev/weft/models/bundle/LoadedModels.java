package dev.weft.models.bundle;

import dev.weft.models.backend.KeptModel;
import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.ModelSession;
import dev.weft.models.backend.OpenedModel;
import dev.weft.models.backend.SessionFactory;
import dev.weft.models.lora.Lora;
import dev.weft.models.lora.LoraException;
import dev.weft.models.lora.LoraMatch;
import dev.weft.models.lora.LoraPart;
import dev.weft.models.lora.LoraStack;
import dev.weft.models.onnx.Dimension;
import dev.weft.models.onnx.FileStamp;
import dev.weft.models.onnx.InvalidModelException;
import dev.weft.models.onnx.OnnxModel;
import dev.weft.models.onnx.RewrittenModelCache;
import dev.weft.models.onnx.TensorInfo;
import dev.weft.models.text.TextEncoder;
import dev.weft.models.unet.UNet;
import dev.weft.models.vae.LatentSpace;
import dev.weft.models.vae.VaeDecoder;
import dev.weft.models.vae.VaeEncoder;
import dev.weft.models.vae.VaeMemory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The models of a bundle, each opened when it is used and open as long as there is memory for it; perhaps with LoRAs
/// in
/// them.
///
/// The text encoder and the VAE decoder are opened in the background as soon as the bundle was read, because nearly
/// every
/// workflow wants them and they need neither each other nor the caller. Thread-safe.
public final class LoadedModels implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LoadedModels.class);

    private final Bundle bundle;
    private final List<FileStamp> stamps;
    private final Optional<KeptModel<VaeDecoder>> vaeDecoder;
    private final Optional<KeptModel<VaeEncoder>> vaeEncoder;
    private final ModelVariants variants;
    private final LoraStack loras;

    private LoadedModels(
            Bundle bundle,
            List<FileStamp> stamps,
            Optional<KeptModel<VaeDecoder>> vaeDecoder,
            Optional<KeptModel<VaeEncoder>> vaeEncoder,
            ModelVariants variants,
            LoraStack loras) {
        this.bundle = bundle;
        this.stamps = List.copyOf(stamps);
        this.vaeDecoder = vaeDecoder;
        this.vaeEncoder = vaeEncoder;
        this.variants = variants;
        this.loras = loras;
    }

    /// Reads and checks the model files and begins to open all but the U-Net.
    ///
    /// @throws BundleException if a file is not sound or the U-Net does not fit the bundle
    /// @throws dev.weft.models.backend.BackendException if the backend cannot start
    static LoadedModels open(Bundle bundle, SessionFactory sessions, RewrittenModelCache rewritten)
            throws BundleException {
        try {
            // ONNX Runtime would accept some files that are not sound, and explain others badly or late.
            List<OnnxModel> read = new ArrayList<>();
            OnnxModel unet = read(bundle.unet(), read);
            List<OnnxModel> encoders = new ArrayList<>();
            for (TextModel model : bundle.textModels()) {
                encoders.add(read(model.encoder(), read));
            }
            LatentSpace latents = bundle.latents();
            Optional<KeptModel<VaeDecoder>> decoder = Optional.empty();
            if (bundle.vaeDecoder().isPresent()) {
                OnnxModel model = read(bundle.vaeDecoder().get(), read);
                VaeMemory memory = VaeMemory.of(model, latents);
                decoder = Optional.of(kept(model, sessions, session -> new VaeDecoder(session, latents, memory)));
            }
            Optional<KeptModel<VaeEncoder>> encoder = Optional.empty();
            if (bundle.vaeEncoder().isPresent()) {
                OnnxModel model = read(bundle.vaeEncoder().get(), read);
                VaeMemory memory = VaeMemory.of(model, latents);
                encoder = Optional.of(kept(model, sessions, session -> new VaeEncoder(session, latents, memory)));
            }
            requireChannels(bundle, unet);
            LoadedModels models = new LoadedModels(
                    bundle,
                    read.stream().map(OnnxModel::stamp).toList(),
                    decoder,
                    encoder,
                    new ModelVariants(bundle, unet, encoders, sessions, rewritten),
                    LoraStack.empty());
            models.textEncoder().prepare();
            decoder.ifPresent(KeptModel::prepare);
            return models;
        } catch (InvalidModelException e) {
            throw BundleException.of(e);
        }
    }

    private static OnnxModel read(Path file, List<OnnxModel> read) throws InvalidModelException {
        OnnxModel model = OnnxModel.read(file);
        read.add(model);
        return model;
    }

    private static <T extends OpenedModel> KeptModel<T> kept(
            OnnxModel model, SessionFactory sessions, Function<ModelSession, T> made) {
        Path file = model.file();
        FileStamp stamp = model.stamp();
        return sessions.keep(file.toString(), model.weightBytes(sessions.onProcessor()), _ -> {
            try {
                stamp.requireCurrent();
            } catch (InvalidModelException e) {
                throw new ModelException(String.valueOf(e.getMessage()), e);
            }
            return sessions.open(file).into(made);
        });
    }

    private static void requireChannels(Bundle bundle, OnnxModel unet) throws BundleException {
        Optional<TensorInfo> sample = unet.input("sample");
        if (sample.isPresent()
                && sample.get().rank() == 4
                && sample.get().shape().get(1) instanceof Dimension.Fixed(long channels)
                && channels != bundle.latents().channels()) {
            String kind = channels == 9 ? ", as inpainting models do" : "";
            throw new BundleException("The U-Net " + bundle.unet() + " takes " + channels + " channels" + kind
                    + ", but the bundle's configuration and VAE have "
                    + bundle.latents().channels()
                    + "; use the U-Net of a text-to-image model.");
        }
    }

    private static <T> T present(Optional<T> model, Bundle bundle, String folder) {
        return model.orElseThrow(() -> new ModelException("The bundle " + bundle.folder() + " has no " + folder
                + "/model.onnx; copy it there from the original model."));
    }

    /// Whether the model files still are those that were read.
    boolean isCurrent() {
        return stamps.stream().allMatch(FileStamp::isCurrent);
    }

    /// What the bundle's files say.
    public Bundle bundle() {
        return bundle;
    }

    /// These models with one more LoRA, which is added to the U-Net times `unetStrength` and to the text
    /// encoders times `textStrength`.
    ///
    /// These models stay as they are. What is returned shares with them all that the LoRA does not change, and
    /// is closed with the bundle. Layers for which the models have no place are left out with a warning.
    ///
    /// @throws LoraException with a sentence for the user if no layer of the LoRA fits, or one is of another size
    public LoadedModels with(Lora lora, double unetStrength, double textStrength) throws LoraException {
        LoraStack.Entry entry = new LoraStack.Entry(lora, unetStrength, textStrength);
        boolean concerned = false;
        LoraMatch match = LoraMatch.none();
        for (LoraPart part : LoraPart.values()) {
            if (entry.strength(part) != 0 && lora.layers(part) > 0) {
                concerned = true;
                match = match.and(variants.match(lora, part));
            }
        }
        if (!concerned) {
            return this;
        }
        match.remark(lora, bundle.name()).ifPresent(LOG::warn);
        return new LoadedModels(bundle, stamps, vaeDecoder, vaeEncoder, variants, loras.with(entry));
    }

    /// The LoRAs in these models, the first one added first.
    public LoraStack loras() {
        return loras;
    }

    /// The U-Net, whose graphs are opened as they are needed.
    public UNet unet() {
        return variants.unet(loras);
    }

    /// The text encoder.
    public KeptModel<TextEncoder> textEncoder() {
        return variants.textEncoder(loras);
    }

    /// The VAE decoder.
    ///
    /// @throws ModelException with a sentence for the user if the bundle has none
    public KeptModel<VaeDecoder> vaeDecoder() {
        return present(vaeDecoder, bundle, "vae_decoder");
    }

    /// The VAE encoder.
    ///
    /// @throws ModelException with a sentence for the user if the bundle has none
    public KeptModel<VaeEncoder> vaeEncoder() {
        return present(vaeEncoder, bundle, "vae_encoder");
    }

    /// Closes what is open and not in use; it is opened again when it is needed.
    void free() {
        variants.free();
        vaeDecoder.ifPresent(KeptModel::free);
        vaeEncoder.ifPresent(KeptModel::free);
    }

    /// Closes the bundle's models for good, with any LoRAs.
    @Override
    public void close() {
        variants.close();
        vaeDecoder.ifPresent(KeptModel::close);
        vaeEncoder.ifPresent(KeptModel::close);
    }
}
