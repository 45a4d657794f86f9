package org.example.prompttools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.json.WorkflowFile;
import dev.weft.graph.json.WorkflowFormatException;
import dev.weft.graph.json.WorkflowWriter;
import dev.weft.testkit.TestRun;
import dev.weft.testkit.TestRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The example that comes with the plugin, with Weft's starter model, in two steps in place of twenty.
final class ExampleWorkflowTest {
    private static final Path EXAMPLE = Path.of("subjects-and-styles.weft.json");

    @Test
    void it_saves_a_picture_for_each_of_the_prompts_that_it_writes_down() throws Exception {
        try (TestRuntime weft = TestRuntime.startWithModels(Path.of("../../../models"))) {
            TestRun run = weft.workflow(EXAMPLE).set("sampler.steps", 2).run();
            assertThat(run.problems()).isEmpty();
            assertThat(run.savedFiles())
                    .as("%s", run.events())
                    .filteredOn(file -> file.toString().endsWith(".png"))
                    .hasSize(6)
                    .allSatisfy(file -> assertThat(file).isNotEmptyFile());
            assertThat(Files.readAllLines(weft.outputFolder().resolve("subjects-and-styles_00001.txt")))
                    .hasSize(6)
                    .doesNotHaveDuplicates()
                    .allMatch(line -> line.endsWith(", bold black and white ink style")
                            || line.endsWith(", purple duotone icon style"));
        }
    }

    @Test
    void it_is_written_as_weft_writes_workflows() throws IOException, WorkflowFormatException {
        assertThat(WorkflowWriter.toText(WorkflowFile.read(EXAMPLE))).isEqualTo(Files.readString(EXAMPLE));
    }
}
