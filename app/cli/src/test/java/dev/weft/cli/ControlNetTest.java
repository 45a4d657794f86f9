package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.image.CannyEdges;
import dev.weft.models.image.ImageBatch;
import dev.weft.models.image.ImageFile;
import dev.weft.models.image.PngFile;
import dev.weft.models.safetensors.Safetensors;
import dev.weft.models.safetensors.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example with a ControlNet as people run it, with the starter model.
final class ControlNetTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final String EXAMPLE =
            ROOT.resolve("examples/controlnet.weft.json").toString();

    /// Of the starter model; latent files hold what the U-Net sees divided by it.
    private static final float SCALING_FACTOR = 0.645027f;

    private static final String GOLDEN_WORKFLOW = """
            {
              "weft": 1,
              "nodes": [
                {"id": "model", "type": "core:load_model", "version": 1},
                {"id": "net", "type": "core:load_controlnet", "version": 1},
                {"id": "edges", "type": "core:load_image_folder", "version": 1},
                {"id": "prompts", "type": "core:text_encode", "version": 1,
                  "parameters": {"text": "airplane, glossy 3d gradient style\\nhouse\\nguitar\\nrocket", "one_per_line": true}},
                {"id": "negative", "type": "core:text_encode", "version": 1},
                {"id": "latent", "type": "core:empty_latent", "version": 1,
                  "parameters": {"width": 128, "height": 128, "batch_size": 4}},
                {"id": "control", "type": "core:apply_controlnet", "version": 1, "parameters": {"strength": 0.8}},
                {"id": "sampler", "type": "stylealigned:shared_attention_sampler", "version": 1,
                  "parameters": {"seed": 10, "steps": 20, "cfg": 7.5}},
                {"id": "save", "type": "core:save_latent", "version": 1, "parameters": {"filename_prefix": "weft"}}
              ],
              "links": [
                {"from": "model.clip", "to": "prompts.clip"},
                {"from": "model.clip", "to": "negative.clip"},
                {"from": "prompts.conditioning", "to": "control.conditioning"},
                {"from": "net.controlnet", "to": "control.controlnet"},
                {"from": "edges.image", "to": "control.image"},
                {"from": "model.model", "to": "sampler.model"},
                {"from": "control.conditioning", "to": "sampler.positive"},
                {"from": "negative.conditioning", "to": "sampler.negative"},
                {"from": "latent.latent", "to": "sampler.latent"},
                {"from": "sampler.latent", "to": "save.latent"}
              ]
            }
            """;

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

    /// Held against what diffusers gave with the StyleAligned authors' handlers.
    @Test
    void a_set_with_a_controlnet_ends_where_the_authors_code_ended() throws IOException {
        Safetensors golden =
                SafetensorsFile.read(ROOT.resolve("models/src/test/resources/golden/controlnet.safetensors"));
        Path folder = Files.createDirectory(output.resolve("edges"));
        long[] lines = golden.tensor("cond").longs();
        int plane = lines.length / 4;
        for (int index = 0; index < 4; index++) {
            float[] rgb = new float[3 * plane];
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] = lines[index * plane + i % plane] / 255f;
            }
            PngFile.write(folder.resolve(index + ".png"), new ImageBatch(1, 128, 128, rgb), 0, Map.of());
        }
        CommandLineRun run =
                run(CommandLineRun.file(output, "golden.weft.json", GOLDEN_WORKFLOW), "edges.folder=" + folder);
        assertThat(run.err()).doesNotContain("weft:");
        float[] ours = SafetensorsFile.read(files("weft_0").getFirst())
                .tensor("latent_tensor")
                .floats();
        float[] theirs = golden.tensor("traj").floats();
        double largest = 0;
        double sum = 0;
        for (int i = 0; i < ours.length; i++) {
            double difference = Math.abs(ours[i] * SCALING_FACTOR - theirs[i]);
            largest = Math.max(largest, difference);
            sum += difference;
        }
        assertThat(largest).isLessThanOrEqualTo(2e-2);
        assertThat(sum / ours.length).isLessThanOrEqualTo(2e-3);
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
