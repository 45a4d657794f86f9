package dev.weft.models.bundle;

import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.SessionFactory;
import dev.weft.models.lora.Lora;
import dev.weft.models.lora.LoraException;
import dev.weft.models.lora.LoraMatch;
import dev.weft.models.lora.LoraPart;
import dev.weft.models.lora.LoraStack;
import dev.weft.models.onnx.Dimension;
import dev.weft.models.onnx.InvalidModelException;
import dev.weft.models.onnx.OnnxModel;
import dev.weft.models.onnx.RewrittenModelCache;
import dev.weft.models.onnx.TensorInfo;
import dev.weft.models.text.TextEncoder;
import dev.weft.models.unet.UNet;
import dev.weft.models.vae.VaeDecoder;
import dev.weft.models.vae.VaeEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A bundle with its models opened, each when it is first needed and only once; perhaps with LoRAs in them.
///
/// Opening starts with the text encoder and the VAE decoder in the background, because nearly every workflow
/// wants them and they need neither each other nor the caller. Thread-safe.
public final class LoadedModels implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LoadedModels.class);

    private final Bundle bundle;
    private final UNet unet;
    private final Opened<TextEncoder> textEncoder;
    private final Opened<VaeDecoder> vaeDecoder;
    private final Opened<VaeEncoder> vaeEncoder;
    private final ModelVariants variants;
    private final LoraStack loras;

    private LoadedModels(Bundle bundle, ModelVariants variants, SessionFactory sessions) {
        this.bundle = bundle;
        this.variants = variants;
        this.loras = LoraStack.empty();
        this.unet = variants.plainUNet();
        this.textEncoder = new Opened<>(() -> variants.newTextEncoder(LoraStack.empty()));
        this.vaeDecoder = new Opened<>(() ->
                new VaeDecoder(sessions.open(present(bundle.vaeDecoder(), bundle, "vae_decoder")), bundle.latents()));
        this.vaeEncoder = new Opened<>(() ->
                new VaeEncoder(sessions.open(present(bundle.vaeEncoder(), bundle, "vae_encoder")), bundle.latents()));
    }

    /// The same bundle with other LoRAs.
    private LoadedModels(LoadedModels base, LoraStack loras) {
        this.bundle = base.bundle;
        this.variants = base.variants;
        this.loras = loras;
        this.unet = base.unet;
        this.textEncoder = base.textEncoder;
        this.vaeDecoder = base.vaeDecoder;
        this.vaeEncoder = base.vaeEncoder;
    }

    /// Reads and checks the model files and begins to open all but the U-Net.
    ///
    /// @throws BundleException if a file is not sound or the U-Net does not fit the bundle
    /// @throws dev.weft.models.backend.BackendException if the backend cannot start
    static LoadedModels open(Bundle bundle, SessionFactory sessions, RewrittenModelCache rewritten)
            throws BundleException {
        OnnxModel unet;
        try {
            unet = OnnxModel.read(bundle.unet());
            // ONNX Runtime would accept some files that are not sound, and explain others badly or late.
            for (Path other : others(bundle)) {
                OnnxModel.read(other);
            }
        } catch (InvalidModelException e) {
            throw BundleException.of(e);
        }
        requireChannels(bundle, unet);
        LoadedModels models = new LoadedModels(bundle, new ModelVariants(bundle, unet, sessions, rewritten), sessions);
        models.textEncoder.begin();
        if (bundle.vaeDecoder().isPresent()) {
            models.vaeDecoder.begin();
        }
        return models;
    }

    private static List<Path> others(Bundle bundle) {
        List<Path> files = new ArrayList<>();
        bundle.textModels().forEach(model -> files.add(model.encoder()));
        bundle.vaeDecoder().ifPresent(files::add);
        bundle.vaeEncoder().ifPresent(files::add);
        return files;
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

    private static Path present(Optional<Path> model, Bundle bundle, String folder) {
        return model.orElseThrow(() -> new ModelException("The bundle " + bundle.folder() + " has no " + folder
                + "/model.onnx; copy it there from the original model."));
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
        return new LoadedModels(this, loras.with(entry));
    }

    /// The LoRAs in these models, the first one added first.
    public LoraStack loras() {
        return loras;
    }

    /// The U-Net, whose graphs are opened as they are needed.
    ///
    /// @throws ModelException with a sentence for the user if a LoRA's model file cannot be read any more
    public UNet unet() {
        return loras.isEmpty(LoraPart.UNET) ? unet : variants.unet(loras);
    }

    /// The text encoder.
    ///
    /// @throws ModelException with a sentence for the user if it cannot be opened
    public TextEncoder textEncoder() {
        boolean plain = loras.isEmpty(LoraPart.TEXT_ENCODER) && loras.isEmpty(LoraPart.TEXT_ENCODER_2);
        return plain ? textEncoder.get() : variants.textEncoder(loras);
    }

    /// The VAE decoder.
    ///
    /// @throws ModelException with a sentence for the user if it cannot be opened or the bundle has none
    public VaeDecoder vaeDecoder() {
        return vaeDecoder.get();
    }

    /// The VAE encoder.
    ///
    /// @throws ModelException with a sentence for the user if it cannot be opened or the bundle has none
    public VaeEncoder vaeEncoder() {
        return vaeEncoder.get();
    }

    @Override
    public void close() {
        unet.close();
        variants.close();
        textEncoder.close();
        vaeDecoder.close();
        vaeEncoder.close();
    }
}
