package org.example.imagefilters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.json.WorkflowFile;
import dev.weft.graph.json.WorkflowFormatException;
import dev.weft.graph.json.WorkflowWriter;
import dev.weft.models.image.ImageBatch;
import dev.weft.models.image.ImageFile;
import dev.weft.testkit.TestRun;
import dev.weft.testkit.TestRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The example that comes with the plugin, with Weft's starter model, in two steps in place of twenty.
final class ExampleWorkflowTest {
    private static final Path EXAMPLE = Path.of("two-prints.weft.json");

    @Test
    void it_saves_a_sheet_of_photographs_and_one_of_prints_in_three_shades() throws Exception {
        try (TestRuntime weft = TestRuntime.startWithModels(Path.of("../../../models"))) {
            TestRun run = weft.workflow(EXAMPLE).set("sampler.steps", 2).run();
            assertThat(run.problems()).isEmpty();
            assertThat(run.savedFiles())
                    .as("%s", run.events())
                    .extracting(file -> String.valueOf(file.getFileName()))
                    .containsExactlyInAnyOrder("photographs_00001.png", "prints_00001.png");
            ImageBatch photographs = ImageFile.read(weft.outputFolder().resolve("photographs_00001.png"));
            ImageBatch prints = ImageFile.read(weft.outputFolder().resolve("prints_00001.png"));
            int side = 2 * 128 + 3 * 12;
            assertThat(photographs.width()).isEqualTo(side);
            assertThat(photographs.height()).isEqualTo(side);
            assertThat(shades(photographs)).hasSizeGreaterThan(100);
            assertThat(shades(prints)).hasSizeBetween(2, 3);
        }
    }

    @Test
    void it_is_written_as_weft_writes_workflows() throws IOException, WorkflowFormatException {
        assertThat(WorkflowWriter.toText(WorkflowFile.read(EXAMPLE))).isEqualTo(Files.readString(EXAMPLE));
    }

    private static Set<Float> shades(ImageBatch image) {
        Set<Float> shades = new HashSet<>();
        for (float value : image.rgb()) {
            shades.add(value);
        }
        return shades;
    }
}
