package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.image.ImageBatch;
import dev.weft.models.image.ImageFile;
import dev.weft.models.safetensors.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A set of three pictures in one style, of which a mask has the middle drawn anew.
final class MaskedSetTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final int PICTURES = 3;
    private static final int CHANNELS = 4;
    private static final int SIDE = 16;
    private static final int DOWNSCALE = 8;

    @TempDir
    private Path output = Path.of("");

    @Test
    void what_the_mask_keeps_is_the_same_to_the_last_bit_and_what_it_does_not_is_new() throws IOException {
        CommandLineRun run = CommandLineRun.of(
                "run",
                "src/test/resources/workflows/masked-set.weft.json",
                "--models",
                ROOT.resolve("models").toString(),
                "--backend",
                "cpu",
                "--output",
                output.toString());
        assertThat(run.err()).doesNotContain("weft:");
        assertThat(run.code()).isZero();
        float[] start = latent("start");
        float[] end = latent("end");
        ImageBatch mask = ImageFile.read(ROOT.resolve("examples/mask.png"));
        assertThat(end).hasSize(PICTURES * CHANNELS * SIDE * SIDE);
        for (int i = 0; i < end.length; i++) {
            int y = i / SIDE % SIDE;
            int x = i % SIDE;
            assertThat(end[i] == start[i]).as("value " + i).isEqualTo(black(mask, y, x));
        }
    }

    /// Whether the four pixels around the centre of a latent pixel, which count for it, are black.
    private static boolean black(ImageBatch mask, int y, int x) {
        int middle = DOWNSCALE / 2;
        int sum = 0;
        for (int dy = -1; dy <= 0; dy++) {
            for (int dx = -1; dx <= 0; dx++) {
                sum += mask.level(0, 0, y * DOWNSCALE + middle + dy, x * DOWNSCALE + middle + dx);
            }
        }
        return sum == 0;
    }

    private float[] latent(String name) throws IOException {
        return SafetensorsFile.read(output.resolve(name + "_00001.latent"))
                .tensor("latent_tensor")
                .floats();
    }
}
