package dev.weft.nodes.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.models.files.AtomicFile;
import dev.weft.models.safetensors.Safetensors;
import dev.weft.models.safetensors.SafetensorsFile;
import dev.weft.models.safetensors.SafetensorsTensor;
import dev.weft.nodes.core.sampling.Latent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LatentFileTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_bytes_are_those_of_comfyuis_latent_files() throws IOException {
        Path file = folder.resolve("a.latent");
        AtomicFile.write(file, LatentFile.content(new Latent(1, 1, 1, 2, new float[] {1.5f, -2}), Map.of("seed", "7")));
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[(int) bytes.getLong()];
        bytes.get(header);
        assertThat(new String(header, StandardCharsets.UTF_8).replace(" ", ""))
                .contains("\"latent_tensor\":{\"dtype\":\"F32\",\"shape\":[1,1,1,2]")
                .contains("\"latent_format_version_0\":{\"dtype\":\"F32\",\"shape\":[0]")
                .contains("\"__metadata__\":{\"seed\":\"7\"}");
        assertThat(List.of(bytes.getFloat(), bytes.getFloat())).containsExactly(1.5f, -2f);
        assertThat(LatentFile.read(file).values()).containsExactly(1.5f, -2f);
    }

    @Test
    void a_file_without_the_version_mark_holds_scaled_values() throws IOException {
        Path file = folder.resolve("old.latent");
        SafetensorsFile.write(
                file,
                Safetensors.of(
                        List.of(SafetensorsTensor.ofFloats(
                                "latent_tensor", new long[] {1, 1, 1, 1}, new float[] {0.18215f})),
                        Map.of()));
        assertThat(LatentFile.read(file).values()).containsExactly(1f);
    }

    @Test
    void a_tensor_of_another_shape_or_with_a_number_that_is_none_is_refused() throws IOException {
        assertRefused(new long[] {2, 2}, new float[4], "[batch, channels, height, width]");
        assertRefused(new long[] {1, 1, 1, 1}, new float[] {Float.NaN}, "NaN");
    }

    private void assertRefused(long[] shape, float[] values, String reason) throws IOException {
        Path file = folder.resolve("bad.latent");
        SafetensorsFile.write(
                file, Safetensors.of(List.of(SafetensorsTensor.ofFloats("latent_tensor", shape, values)), Map.of()));
        assertThatThrownBy(() -> LatentFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(reason);
    }
}
