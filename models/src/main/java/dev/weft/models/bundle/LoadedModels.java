package dev.weft.models.bundle;

import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.SessionFactory;
import dev.weft.models.onnx.Dimension;
import dev.weft.models.onnx.InvalidModelException;
import dev.weft.models.onnx.OnnxModel;
import dev.weft.models.onnx.RewrittenModelCache;
import dev.weft.models.onnx.TensorInfo;
import dev.weft.models.text.ClipTokenizer;
import dev.weft.models.text.TextEncoder;
import dev.weft.models.text.TokenizerException;
import dev.weft.models.unet.UNet;
import dev.weft.models.vae.VaeDecoder;
import dev.weft.models.vae.VaeEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A bundle with its models opened, each when it is first needed and only once.
///
/// Opening starts with the text encoder and the VAE decoder in the background, because nearly every workflow wants them
/// and they need neither each other nor the caller. Thread-safe.
public final class LoadedModels implements AutoCloseable {
    private final Bundle bundle;
    private final UNet unet;
    private final Opened<TextEncoder> textEncoder;
    private final Opened<VaeDecoder> vaeDecoder;
    private final Opened<VaeEncoder> vaeEncoder;

    private LoadedModels(Bundle bundle, OnnxModel unet, SessionFactory sessions, RewrittenModelCache rewritten) {
        this.bundle = bundle;
        this.unet = new UNet(unet, sessions, rewritten, bundle.latents().downscale());
        this.textEncoder = new Opened<>(() -> textEncoder(bundle, sessions));
        this.vaeDecoder = new Opened<>(() ->
                new VaeDecoder(sessions.open(present(bundle.vaeDecoder(), bundle, "vae_decoder")), bundle.latents()));
        this.vaeEncoder = new Opened<>(() ->
                new VaeEncoder(sessions.open(present(bundle.vaeEncoder(), bundle, "vae_encoder")), bundle.latents()));
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
        LoadedModels models = new LoadedModels(bundle, unet, sessions, rewritten);
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

    private static TextEncoder textEncoder(Bundle bundle, SessionFactory sessions) {
        List<ClipTokenizer> tokenizers = new ArrayList<>();
        for (TextModel model : bundle.textModels()) {
            try {
                tokenizers.add(ClipTokenizer.open(model.tokenizer()));
            } catch (TokenizerException e) {
                throw new ModelException(String.valueOf(e.getMessage()), e);
            }
        }
        return new TextEncoder(
                tokenizers,
                bundle.textModels().stream()
                        .map(model -> sessions.open(model.encoder()))
                        .toList());
    }

    private static Path present(Optional<Path> model, Bundle bundle, String folder) {
        return model.orElseThrow(() -> new ModelException("The bundle " + bundle.folder() + " has no " + folder
                + "/model.onnx; copy it there from the original model."));
    }

    /// What the bundle's files say.
    public Bundle bundle() {
        return bundle;
    }

    /// The U-Net, whose graphs are opened as they are needed.
    public UNet unet() {
        return unet;
    }

    /// The text encoder.
    ///
    /// @throws ModelException with a sentence for the user if it cannot be opened
    public TextEncoder textEncoder() {
        return textEncoder.get();
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
        textEncoder.close();
        vaeDecoder.close();
        vaeEncoder.close();
    }
}
