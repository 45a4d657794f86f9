package dev.weft.models.style;

import dev.weft.models.backend.StopSignal;
import dev.weft.models.files.AtomicFile;
import dev.weft.models.safetensors.Safetensors;
import dev.weft.models.safetensors.SafetensorsFile;
import dev.weft.models.safetensors.SafetensorsTensor;
import dev.weft.models.sampling.Moment;
import dev.weft.models.text.Conditioning;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `.style` files: safetensors whose metadata say of themselves what they are; described in `docs/style-files.md`.
public final class StyleFile {
    /// How the names of these files end.
    public static final String EXTENSION = ".style";

    static final String FORMAT = "format";
    static final String FORMAT_NAME = "weft-style";
    static final String VERSION = "format_version";
    static final int CURRENT_VERSION = 1;
    static final String MODEL = "model";
    static final String MODEL_IDENTITY = "model_sha256";
    static final String LORAS = "loras";
    static final String STEPS = "steps";
    static final String REFERENCES = "references";
    static final String PNG_URL = "data:image/png;base64,";

    private StyleFile() {}

    /// Reads a file.
    ///
    /// @throws IOException in one sentence, if it cannot be read or is no such file
    public static Style read(Path file) throws IOException {
        return new StyleReader(String.valueOf(file), SafetensorsFile.read(file)).read();
    }

    /// Reads a file that is already in memory.
    ///
    /// @param source its name, for messages
    /// @param bytes the whole file
    /// @throws IOException in one sentence, if it is no such file
    public static Style parse(String source, byte[] bytes) throws IOException {
        return new StyleReader(source, SafetensorsFile.parse(source, bytes)).read();
    }

    /// What a file of this style holds.
    ///
    /// @param more texts to keep in the file beside the style's own, such as the workflow that made it
    /// @param stop stops the drawing of thumbnails
    /// @throws dev.weft.models.backend.ModelException if a thumbnail cannot be drawn
    public static AtomicFile.Content content(Style style, Map<String, String> more, StopSignal stop) {
        Map<String, String> metadata = new LinkedHashMap<>(more);
        metadata.put(FORMAT, FORMAT_NAME);
        metadata.put(VERSION, Integer.toString(CURRENT_VERSION));
        metadata.put(MODEL, style.origin().modelName());
        metadata.put(MODEL_IDENTITY, style.origin().modelIdentity());
        metadata.put(LORAS, style.origin().loras());
        metadata.put(STEPS, Integer.toString(style.origin().steps()));
        metadata.put(REFERENCES, Integer.toString(style.references().size()));
        List<SafetensorsTensor> tensors = new ArrayList<>();
        for (int i = 0; i < style.references().size(); i++) {
            StyleReference reference = style.references().get(i);
            describe(reference, new ReferenceKeys(i), metadata, stop);
            store(reference, new ReferenceKeys(i), tensors);
        }
        return SafetensorsFile.content(Safetensors.of(tensors, metadata));
    }

    private static void describe(
            StyleReference reference, ReferenceKeys keys, Map<String, String> metadata, StopSignal stop) {
        metadata.put(keys.prompt(), reference.prompt());
        metadata.put(keys.guidance(), Double.toString(reference.guidance()));
        metadata.put(keys.weight(), Double.toString(reference.weight()));
        metadata.put(keys.offset(), Integer.toString(reference.trajectory().offset()));
        metadata.put(keys.credits(), reference.credits());
        reference
                .thumbnail()
                .png(stop)
                .ifPresent(png -> metadata.put(
                        keys.thumbnail(), PNG_URL + Base64.getEncoder().encodeToString(png)));
    }

    private static void store(StyleReference reference, ReferenceKeys keys, List<SafetensorsTensor> tensors) {
        Trajectory way = reference.trajectory();
        List<Moment> moments = way.moments();
        float[] timesteps = new float[moments.size()];
        long[] steps = new long[moments.size()];
        for (int i = 0; i < timesteps.length; i++) {
            timesteps[i] = (float) moments.get(i).timestep();
            steps[i] = moments.get(i).step();
        }
        tensors.add(SafetensorsTensor.ofFloats(
                keys.trajectory(),
                new long[] {moments.size() + 1L, way.channels(), way.height(), way.width()},
                way.values()));
        tensors.add(SafetensorsTensor.ofFloats(keys.timesteps(), new long[] {timesteps.length}, timesteps));
        tensors.add(SafetensorsTensor.ofLongs(keys.steps(), new long[] {steps.length}, steps));
        store(keys.positive(), reference.positive(), tensors);
        store(keys.negative(), reference.negative(), tensors);
    }

    private static void store(String name, Conditioning text, List<SafetensorsTensor> tensors) {
        tensors.add(SafetensorsTensor.ofFloats(name, new long[] {text.tokens(), text.width()}, text.hiddenStates()));
        text.pooled()
                .ifPresent(pooled -> tensors.add(SafetensorsTensor.ofFloats(
                        ReferenceKeys.pooled(name), new long[] {pooled.width()}, pooled.values())));
    }
}
