package dev.weft.nodes.core;

import dev.weft.models.files.AtomicFile;
import dev.weft.models.safetensors.Safetensors;
import dev.weft.models.safetensors.SafetensorsFile;
import dev.weft.models.safetensors.SafetensorsTensor;
import dev.weft.nodes.core.sampling.Latent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// ComfyUI's `.latent` files: safetensors with the tensor `latent_tensor`, float32 `[batch, channels, height, width]`
/// in the space of the autoencoder.
///
/// An empty tensor `latent_format_version_0` marks that space; files from before it existed hold latents times 0.18215.
final class LatentFile {
    private static final String VALUES = "latent_tensor";
    private static final String VERSION_MARK = "latent_format_version_0";
    private static final float OLD_SCALE = 0.18215f;

    private LatentFile() {}

    /// Reads a file.
    ///
    /// @throws IOException in one sentence, if it cannot be read or is no such file
    static Latent read(Path file) throws IOException {
        Safetensors content = SafetensorsFile.read(file);
        SafetensorsTensor tensor = content.tensor(VALUES).requireFinite();
        long[] shape = tensor.shape();
        if (shape.length != 4 || Arrays.stream(shape).anyMatch(size -> size < 1)) {
            throw new IOException("The tensor " + VALUES + " of " + file + " has the shape " + Arrays.toString(shape)
                    + ", but a latent is [batch, channels, height, width]; save it anew.");
        }
        float[] values = tensor.floats();
        if (!content.tensors().containsKey(VERSION_MARK)) {
            for (int i = 0; i < values.length; i++) {
                values[i] /= OLD_SCALE;
            }
        }
        return new Latent((int) shape[0], (int) shape[1], (int) shape[2], (int) shape[3], values);
    }

    /// The bytes of a file.
    ///
    /// @param metadata kept in the file's header
    static AtomicFile.Content content(Latent latent, Map<String, String> metadata) {
        long[] shape = {latent.batch(), latent.channels(), latent.height(), latent.width()};
        return SafetensorsFile.content(Safetensors.of(
                List.of(
                        SafetensorsTensor.ofFloats(VALUES, shape, latent.values()),
                        SafetensorsTensor.ofFloats(VERSION_MARK, new long[] {0}, new float[0])),
                metadata));
    }
}
