package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.image.CannyEdges;
import dev.weft.models.image.ImageBatch;
import dev.weft.models.image.ImageFile;
import dev.weft.models.safetensors.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A panorama that a ControlNet steers along the edges of another panorama.
final class ControlledPanoramaTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final double LOW = 100;
    private static final double HIGH = 200;

    @TempDir
    private Path output = Path.of("");

    @Test
    void each_view_follows_its_part_of_the_picture_and_the_reference_none() throws IOException {
        run("control.strength=1");
        run("control.strength=0");
        assertThat(followed(1)).isGreaterThan(followed(2) + 0.15);
        assertThat(reference(1)).usingComparatorWithPrecision(1e-3f).containsExactly(reference(2));
    }

    private void run(String setting) {
        CommandLineRun run = CommandLineRun.of(
                "run",
                "src/test/resources/workflows/panorama-controlled.weft.json",
                "--models",
                ROOT.resolve("models").toString(),
                "--backend",
                "cpu",
                "--output",
                output.toString(),
                "--set",
                setting);
        assertThat(run.err()).doesNotContain("weft:");
        assertThat(run.code()).isZero();
    }

    private float[] reference(int run) throws IOException {
        return SafetensorsFile.read(output.resolve("reference_0000" + run + ".latent"))
                .tensor("latent_tensor")
                .floats();
    }

    /// The share of the edges that were given which the panorama shows, at most a pixel away.
    private double followed(int run) throws IOException {
        ImageBatch given = ImageFile.read(output.resolve("edges_0000" + run + ".png"));
        ImageBatch found = CannyEdges.of(ImageFile.read(output.resolve("panorama_0000" + run + ".png")), LOW, HIGH);
        double wanted = 0;
        double shown = 0;
        for (int y = 0; y < given.height(); y++) {
            for (int x = 0; x < given.width(); x++) {
                if (given.level(0, 0, y, x) > 0) {
                    wanted++;
                    shown += near(found, y, x) ? 1 : 0;
                }
            }
        }
        return shown / wanted;
    }

    private static boolean near(ImageBatch edges, int y, int x) {
        for (int row = Math.max(0, y - 1); row <= Math.min(edges.height() - 1, y + 1); row++) {
            for (int column = Math.max(0, x - 1); column <= Math.min(edges.width() - 1, x + 1); column++) {
                if (edges.level(0, 0, row, column) > 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
