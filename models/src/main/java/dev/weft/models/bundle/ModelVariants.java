package dev.weft.models.bundle;

import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.ModelSession;
import dev.weft.models.backend.SessionFactory;
import dev.weft.models.lora.Lora;
import dev.weft.models.lora.LoraException;
import dev.weft.models.lora.LoraMatch;
import dev.weft.models.lora.LoraMerge;
import dev.weft.models.lora.LoraPart;
import dev.weft.models.lora.LoraStack;
import dev.weft.models.onnx.InvalidModelException;
import dev.weft.models.onnx.OnnxModel;
import dev.weft.models.onnx.RewrittenModelCache;
import dev.weft.models.text.ClipTokenizer;
import dev.weft.models.text.TextEncoder;
import dev.weft.models.text.TokenizerException;
import dev.weft.models.unet.UNet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The U-Nets and text encoders of a bundle with LoRAs in them. Those used last stay open, so that a set of
/// experiments does not fill the memory; one that was closed is opened anew when it is asked for. Thread-safe.
final class ModelVariants implements AutoCloseable {
    private static final int KEPT = 4;

    private final Bundle bundle;
    private final OnnxModel unet;
    private final SessionFactory sessions;
    private final RewrittenModelCache rewritten;
    private final Kept<UNet> unets = new Kept<>();
    private final Kept<TextEncoder> textEncoders = new Kept<>();

    ModelVariants(Bundle bundle, OnnxModel unet, SessionFactory sessions, RewrittenModelCache rewritten) {
        this.bundle = bundle;
        this.unet = unet;
        this.sessions = sessions;
        this.rewritten = rewritten;
    }

    /// Which layers of one part of a LoRA this bundle has a place for; none if it lacks the network.
    ///
    /// @throws LoraException if a layer is of another size
    /// @throws ModelException if the network's file cannot be read any more
    LoraMatch match(Lora lora, LoraPart part) throws LoraException {
        Optional<OnnxModel> model = model(part);
        return model.isPresent() ? new LoraMerge(model.get(), part).match(lora) : LoraMatch.nothing(lora, part);
    }

    private Optional<OnnxModel> model(LoraPart part) {
        if (part == LoraPart.UNET) {
            return Optional.of(unet);
        }
        int index = part == LoraPart.TEXT_ENCODER ? 0 : 1;
        if (index >= bundle.textModels().size()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OnnxModel.read(bundle.textModels().get(index).encoder()));
        } catch (InvalidModelException e) {
            throw new ModelException(String.valueOf(e.getMessage()), e);
        }
    }

    /// The U-Net as the file has it.
    UNet plainUNet() {
        return unet(unet);
    }

    private UNet unet(OnnxModel model) {
        return new UNet(model, sessions, rewritten, bundle.latents().downscale());
    }

    /// The U-Net with a stack in it.
    ///
    /// @throws ModelException if the stack does not fit
    UNet unet(LoraStack stack) {
        return unets.get(stack.key(LoraPart.UNET), _ -> unet(merged(stack, LoraPart.UNET)));
    }

    /// The text encoders with a stack in them.
    ///
    /// @throws ModelException if the stack does not fit, or an encoder cannot be opened
    TextEncoder textEncoder(LoraStack stack) {
        String key = stack.key(LoraPart.TEXT_ENCODER) + "|" + stack.key(LoraPart.TEXT_ENCODER_2);
        return textEncoders.get(key, _ -> newTextEncoder(stack));
    }

    /// Opens the text encoders, each with its part of a stack.
    TextEncoder newTextEncoder(LoraStack stack) {
        List<ClipTokenizer> tokenizers = new ArrayList<>();
        List<ModelSession> encoders = new ArrayList<>();
        for (TextModel model : bundle.textModels()) {
            try {
                tokenizers.add(ClipTokenizer.open(model.tokenizer()));
            } catch (TokenizerException e) {
                throw new ModelException(String.valueOf(e.getMessage()), e);
            }
            LoraPart part = encoders.isEmpty() ? LoraPart.TEXT_ENCODER : LoraPart.TEXT_ENCODER_2;
            encoders.add(stack.isEmpty(part) ? sessions.open(model.encoder()) : open(merged(stack, part)));
        }
        return new TextEncoder(tokenizers, encoders);
    }

    private ModelSession open(OnnxModel model) {
        return sessions.open(model.file().toString(), model.bytes(), model.externalFolder());
    }

    private OnnxModel merged(LoraStack stack, LoraPart part) {
        try {
            return new LoraMerge(model(part).orElseThrow(), part).merged(stack);
        } catch (LoraException e) {
            throw new ModelException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        unets.close();
        textEncoders.close();
    }

    /// What was used last, by key.
    private static final class Kept<T extends AutoCloseable> {
        private final LinkedHashMap<String, T> kept = new LinkedHashMap<>();

        synchronized T get(String key, Function<String, T> opening) {
            T found = kept.remove(key);
            T wanted = found == null ? opening.apply(key) : found;
            kept.put(key, wanted);
            if (kept.size() > KEPT) {
                close(kept.sequencedValues().removeFirst());
            }
            return wanted;
        }

        synchronized void close() {
            kept.values().forEach(Kept::close);
            kept.clear();
        }

        private static void close(AutoCloseable model) {
            try {
                model.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
