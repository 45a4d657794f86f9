package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.image.CannyEdges;
import dev.weft.models.image.ImageBatch;
import dev.weft.models.image.ImageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example with a ControlNet as people run it, with the starter model.
final class ControlNetTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final String EXAMPLE =
            ROOT.resolve("examples/controlnet.weft.json").toString();

    @TempDir
    private Path output = Path.of("");

    @Test
    void pictures_follow_the_edges_that_they_are_given() throws IOException {
        ran();
        double followed = followed();
        for (Path file : files("controlnet_0")) {
            Files.delete(file);
        }
        ran("control.strength=0");
        double free = followed();
        assertThat(followed).isGreaterThan(0.6).isGreaterThan(free + 0.2);
    }

    /// Which share of the edges that were given the pictures that follow them show, to a pixel. The first picture is
    /// the reference, which follows none.
    private double followed() throws IOException {
        List<Path> edges = files("controlnet-edges_0");
        List<Path> pictures = files("controlnet_0");
        assertThat(pictures).hasSize(4);
        double wanted = 0;
        double shown = 0;
        for (int index = 1; index < 4; index++) {
            ImageBatch given = ImageFile.read(edges.get(index));
            ImageBatch found = CannyEdges.of(ImageFile.read(pictures.get(index)), 100, 200);
            for (int y = 0; y < given.height(); y++) {
                for (int x = 0; x < given.width(); x++) {
                    if (given.level(0, 0, y, x) > 0) {
                        wanted++;
                        shown += near(found, y, x) ? 1 : 0;
                    }
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

    @Test
    void a_picture_of_another_size_is_resized() throws IOException {
        String smaller = """
                    {
                      "id": "smaller", "type": "core:empty_latent", "version": 1, "title": "Smaller", "position": [0, 0],
                      "parameters": {"width": 96, "height": 64, "batch_size": 4}
                    },
                    {
                      "id": "latent",""";
        String workflow = Files.readString(Path.of(EXAMPLE))
                .replace("{\n      \"id\": \"latent\",", smaller.strip())
                .replace(
                        "\"from\": \"latent.latent\",\n      \"to\": \"drawings.latent\"",
                        "\"from\": \"smaller.latent\",\n      \"to\": \"drawings.latent\"");
        CommandLineRun run =
                run(CommandLineRun.file(output, "resized.weft.json", workflow), "drawings.steps=1", "sampler.steps=1");
        assertThat(run.code()).isZero();
        assertThat(ImageFile.read(files("controlnet-edges_0").getFirst()).width())
                .isEqualTo(96);
        assertThat(ImageFile.read(files("controlnet_0").getFirst()).width()).isEqualTo(128);
    }

    @Test
    void a_missing_controlnet_is_named_with_those_that_there_are() {
        CommandLineRun run = run(EXAMPLE, "controlnet.controlnet=depth", "drawings.steps=1");
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("There is no ControlNet 'depth' in ", "choose from starter/controlnet_canny");
    }

    @Test
    void a_file_that_is_no_controlnet_is_refused() {
        Path unet = ROOT.resolve("models/starter/unet/model.onnx");
        CommandLineRun run = run(EXAMPLE, "controlnet.controlnet=" + unet, "drawings.steps=1");
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("The model " + unet + " is no ControlNet, because it takes no picture; choose the ONNX export"
                        + " of a ControlNet.");
    }

    @Test
    void a_start_after_the_end_is_found_before_anything_runs() {
        CommandLineRun run = run(EXAMPLE, "control.start=0.8", "control.end=0.2");
        assertThat(run.code()).isEqualTo(ExitCode.INVALID);
        assertThat(run.err()).contains("it is 0.8, which is after end, 0.2");
        assertThat(output).isEmptyDirectory();
    }

    private void ran(String... settings) {
        CommandLineRun run = run(EXAMPLE, settings);
        assertThat(run.err()).doesNotContain("weft:");
        assertThat(run.code()).isZero();
    }

    private CommandLineRun run(String workflow, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                workflow,
                "--models",
                ROOT.resolve("models").toString(),
                "--backend",
                "cpu",
                "--output",
                output.toString()));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }

    private List<Path> files(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(output)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }
}
