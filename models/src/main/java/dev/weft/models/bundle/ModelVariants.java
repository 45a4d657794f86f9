package dev.weft.models.bundle;

import dev.weft.models.backend.KeptModel;
import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.ModelSession;
import dev.weft.models.backend.SessionFactory;
import dev.weft.models.backend.StopSignal;
import dev.weft.models.lora.Lora;
import dev.weft.models.lora.LoraException;
import dev.weft.models.lora.LoraMatch;
import dev.weft.models.lora.LoraMerge;
import dev.weft.models.lora.LoraPart;
import dev.weft.models.lora.LoraStack;
import dev.weft.models.onnx.FileStamp;
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
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The U-Nets and text encoders of a bundle, plain and with LoRAs in them. Those used last are remembered; others are
/// made anew when they are asked for. Thread-safe.
final class ModelVariants implements AutoCloseable {
    private static final int REMEMBERED = 8;

    private final Bundle bundle;
    private final OnnxModel unet;
    private final List<FileStamp> encoders;
    private final long encoderBytes;
    private final SessionFactory sessions;
    private final RewrittenModelCache rewritten;
    private final Remembered<UNet> unets = new Remembered<>(UNet::free);
    private final Remembered<KeptModel<TextEncoder>> textEncoders = new Remembered<>(KeptModel::free);

    /// @param encoders the text encoders' model files, read and checked
    ModelVariants(
            Bundle bundle,
            OnnxModel unet,
            List<OnnxModel> encoders,
            SessionFactory sessions,
            RewrittenModelCache rewritten) {
        this.bundle = bundle;
        this.unet = unet;
        this.encoders = encoders.stream().map(OnnxModel::stamp).toList();
        this.encoderBytes = encoders.stream()
                .mapToLong(model -> model.weightBytes(sessions.onProcessor()))
                .sum();
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

    /// The U-Net with a stack in it, which may be empty. That the stack does not fit is said when it is opened.
    UNet unet(LoraStack stack) {
        return unets.get(stack.key(LoraPart.UNET), () -> {
            boolean plain = stack.isEmpty(LoraPart.UNET);
            Supplier<OnnxModel> changed = plain ? () -> unet : () -> merged(stack, LoraPart.UNET);
            return new UNet(unet, changed, sessions, rewritten, bundle.latents().downscale());
        });
    }

    /// The text encoders with a stack in them, which may be empty. That the stack does not fit is said when they are
    /// opened.
    KeptModel<TextEncoder> textEncoder(LoraStack stack) {
        String key = stack.key(LoraPart.TEXT_ENCODER) + "|" + stack.key(LoraPart.TEXT_ENCODER_2);
        return textEncoders.get(
                key, () -> sessions.keep("text encoder of " + bundle.name(), encoderBytes, stop -> open(stack, stop)));
    }

    private TextEncoder open(LoraStack stack, StopSignal stop) {
        List<ClipTokenizer> tokenizers = new ArrayList<>();
        List<ModelSession> opened = new ArrayList<>();
        try {
            for (int index = 0; index < bundle.textModels().size(); index++) {
                stop.throwIfStopped();
                encoders.get(index).requireCurrent();
                TextModel model = bundle.textModels().get(index);
                tokenizers.add(ClipTokenizer.open(model.tokenizer()));
                LoraPart part = index == 0 ? LoraPart.TEXT_ENCODER : LoraPart.TEXT_ENCODER_2;
                opened.add(stack.isEmpty(part) ? sessions.open(model.encoder()) : open(merged(stack, part)));
            }
            return new TextEncoder(tokenizers, opened);
        } catch (TokenizerException | InvalidModelException e) {
            close(tokenizers, opened);
            throw new ModelException(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException | Error e) {
            close(tokenizers, opened);
            throw e;
        }
    }

    private static void close(List<ClipTokenizer> tokenizers, List<ModelSession> opened) {
        tokenizers.forEach(ClipTokenizer::close);
        opened.forEach(ModelSession::close);
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

    /// Closes what is open and not in use; it is opened again when it is needed.
    void free() {
        unets.forEach(UNet::free);
        textEncoders.forEach(KeptModel::free);
    }

    @Override
    public void close() {
        unets.forEach(UNet::close);
        textEncoders.forEach(KeptModel::close);
    }

    /// What was asked for last, by key. What is forgotten may still be in use, so it is freed rather than closed.
    private static final class Remembered<T> {
        private final LinkedHashMap<String, T> models = new LinkedHashMap<>();
        private final Consumer<T> forget;

        Remembered(Consumer<T> forget) {
            this.forget = forget;
        }

        synchronized T get(String key, Supplier<T> making) {
            T known = models.remove(key);
            T wanted = known == null ? making.get() : known;
            models.put(key, wanted);
            if (models.size() > REMEMBERED) {
                forget.accept(models.pollFirstEntry().getValue());
            }
            return wanted;
        }

        synchronized void forEach(Consumer<T> action) {
            models.values().forEach(action);
        }
    }
}
